package io.chatmgmt.spring.web;

/**
 * Somebody of the support team.
 *
 * @param id the host's id
 * @param name what they are called
 */
record PersonView(String id, String name) {}
