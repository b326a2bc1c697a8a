package io.chatmgmt.spring.web;

/** Tells this package's controllers and bodies from the application's. */
final class ApiTypes {

    private ApiTypes() {}

    static boolean isOurs(Class<?> type) {
        return type.getPackage() == ApiTypes.class.getPackage();
    }
}
