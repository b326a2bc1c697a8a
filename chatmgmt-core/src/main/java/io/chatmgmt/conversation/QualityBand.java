package io.chatmgmt.conversation;

/** The grade of a quality score or a review: of the score as it is, so that 89.96 is not excellent. */
public enum QualityBand {
    /** 90 and above: exceeds expectations. */
    EXCELLENT(90),
    /** 80 to below 90: meets standards. */
    GOOD(80),
    /** 70 to below 80: acceptable with minor issues. */
    SATISFACTORY(70),
    /** Below 70: requires attention. */
    NEEDS_IMPROVEMENT(0);

    private final double from;

    QualityBand(double from) {
        this.from = from;
    }

    /**
     * The band of a score.
     *
     * @param score 0 to 100, not rounded
     * @return the band
     */
    public static QualityBand of(double score) {
        for (QualityBand band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        return NEEDS_IMPROVEMENT;
    }
}
