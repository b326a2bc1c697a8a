package io.chatmgmt.examples.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which people sign in. It works without a script. */
@RestController
class SignInController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final String page;

    SignInController() throws IOException {
        page = new ClassPathResource("sign-in.html", SignInController.class).getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(CsrfToken token, @RequestParam(required = false) String error) {
        String shown = page.replace("{token}", HtmlUtils.htmlEscape(token.getToken()))
                .replace("{problem}", error == null ? "hidden" : "");
        return ResponseEntity.ok().contentType(HTML).body(shown);
    }
}
