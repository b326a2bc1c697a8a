package io.chatmgmt.language;

/** A template cannot be read: a brace is not closed, a name or a default is malformed. */
public final class TemplateSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * An exception.
     *
     * @param message what is wrong
     * @param position where in the template, from 0
     */
    public TemplateSyntaxException(String message, int position) {
        super(message + " at position " + position);
        this.position = position;
    }

    /**
     * Where in the template.
     *
     * @return the index of the character, from 0
     */
    public int position() {
        return position;
    }
}
