package io.chatmgmt.spring.web;

/** Where the API is. */
final class ApiPath {

    static final String API = "${chatmgmt.web.path:/chatmgmt}/api";

    static final String CONVERSATION = API + "/conversations/{id}";

    private ApiPath() {}
}
