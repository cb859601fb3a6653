package org.tongxin.app.forms;

/**
 * A form to be kept.
 *
 * @param fileName its name on the sender's machine
 * @param file as it came
 */
public record NewForm(String name, String issuer, String fileName, byte[] file) {

    public NewForm {
        file = file.clone();
    }

    @Override
    public byte[] file() {
        return file.clone();
    }
}
