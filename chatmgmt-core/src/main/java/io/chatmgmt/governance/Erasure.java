package io.chatmgmt.governance;

/**
 * What became of erasing a customer. Immutable.
 *
 * @param standIn the id of the customer who is in all of their conversations now
 * @param conversations how many conversations were erased now
 * @param texts how many texts of theirs have no words any more
 * @param earlier how many had been erased before
 */
public record Erasure(String standIn, int conversations, int texts, int earlier) {}
