package io.chatmgmt.spring.dashboard;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the page and its files, with headers that allow it nothing but its own scripts, styles and API: no script in the
 * markup, no frame around it, no address of it in what it links to.
 */
final class DashboardRoutes {

    /** Also refuses what would make markup out of text, wherever in the page that were tried. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    private final String path;
    private final Assets assets;

    DashboardRoutes(String path, Assets assets) {
        this.path = path;
        this.assets = assets;
    }

    RouterFunction<ServerResponse> routes() {
        RequestPredicate ours = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(request -> request.path()
                        .startsWith(request.requestPath().contextPath().value() + path));
        return RouterFunctions.route()
                .route(ours.and(request -> rest(request).isEmpty()), this::redirect)
                .route(ours.and(request -> assets.find(name(request)).isPresent()), this::serve)
                .build();
    }

    /** What of the request's path comes after the page's. */
    private String rest(ServerRequest request) {
        return request.path()
                .substring(request.requestPath().contextPath().value().length() + path.length());
    }

    private String name(ServerRequest request) {
        String rest = rest(request);
        return rest.equals("/") ? Assets.INDEX : rest.startsWith("/") ? rest.substring(1) : "";
    }

    /** Relative addresses in the page need the slash at the end of its own. */
    private ServerResponse redirect(ServerRequest request) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(URI.create(request.path() + '/'))
                .build();
    }

    private ServerResponse serve(ServerRequest request) {
        Asset asset = assets.find(name(request)).orElseThrow();
        boolean known = request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(asset.tag());
        ServerResponse.BodyBuilder response = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(asset.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Frame-Options", "DENY");
        return known ? response.build() : response.contentType(asset.type()).body(asset.content());
    }
}
