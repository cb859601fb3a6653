package org.tongxin.core.search;

/**
 * What allows a measure.
 *
 * @param law name of the law or order
 * @param article where in it, such as an article
 * @param authority who may decide it
 */
public record LegalBasis(String law, String article, String authority) {

    /**
     * Checks that nothing is left blank.
     *
     * @throws IllegalArgumentException when something is
     */
    public LegalBasis {
        if (law.isBlank() || article.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("The legal basis (law “" + law + "”, article “" + article
                    + "”, authority “" + authority + "”) must name all three; leave the basis out when there is none.");
        }
    }
}
