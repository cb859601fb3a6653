package org.tongxin.app.plans.complaints;

/**
 * What a resident sends.
 *
 * @param text what is complained of, 1 to 1,000 characters
 * @param contact a telephone number or an e-mail address, at most 100 characters; blank where none is given
 * @param sender the network address it came from, held in memory for an hour and never stored
 */
public record NewComplaint(String text, String contact, String sender) {

    @Override
    public String toString() {
        return "NewComplaint[" + text.length() + " characters]";
    }
}
