package io.chatmgmt.language;

/**
 * The models that come with the library, for the scripts that several languages are written in. Each is read when a text
 * in its script is first met, so that a host pays for those that its customers use.
 */
final class LetterModels {

    private LetterModels() {}

    /** Whether letter sequences tell the languages of the script apart. */
    static boolean cover(Script script) {
        return switch (script) {
            case LATIN, CYRILLIC, ARABIC -> true;
            default -> false;
        };
    }

    static LetterModel of(Script script) {
        return switch (script) {
            case LATIN -> Latin.MODEL;
            case CYRILLIC -> Cyrillic.MODEL;
            case ARABIC -> Arabic.MODEL;
            default -> throw new IllegalArgumentException("no letter model for " + script);
        };
    }

    /** The name of the script's model among the library's resources. */
    static String name(Script script) {
        return switch (script) {
            case LATIN -> "latin.letters";
            case CYRILLIC -> "cyrillic.letters";
            case ARABIC -> "arabic.letters";
            default -> throw new IllegalArgumentException("no letter model for " + script);
        };
    }

    private static final class Latin {

        private static final LetterModel MODEL = LetterModel.read(name(Script.LATIN));

        private Latin() {}
    }

    private static final class Cyrillic {

        private static final LetterModel MODEL = LetterModel.read(name(Script.CYRILLIC));

        private Cyrillic() {}
    }

    private static final class Arabic {

        private static final LetterModel MODEL = LetterModel.read(name(Script.ARABIC));

        private Arabic() {}
    }
}
