package io.chatmgmt.examples.recording;

/** What a bad line does to the rest of the input. */
public enum OnError {
    /** The lines before it count, the rest is not read. */
    STOP,
    /** It is left out. */
    SKIP
}
