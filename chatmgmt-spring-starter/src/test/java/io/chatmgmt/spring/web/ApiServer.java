package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Outbound;
import io.chatmgmt.governance.OutboundMessage;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application with the API on a real server, spoken to over HTTP. Who asks stands in the header {@code X-User}. */
final class ApiServer implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final String base;

    private ApiServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/chatmgmt/api";
    }

    static ApiServer start(String... properties) {
        SpringApplication application = new SpringApplication(App.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "chatmgmt.jdbc.enabled", "false",
                "chatmgmt.web.enabled", "true"));
        return new ApiServer(
                application.run(Stream.of(properties).map(each -> "--" + each).toArray(String[]::new)));
    }

    /** An application whose security believes what a header says. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        private final List<OutboundMessage> delivered = new CopyOnWriteArrayList<>();

        @Bean
        Outbound outbound() {
            return delivered::add;
        }

        @Bean
        Filter signIn() {
            return (request, response, chain) -> {
                String user = ((HttpServletRequest) request).getHeader("X-User");
                chain.doFilter(user == null ? request : new SignedIn((HttpServletRequest) request, user), response);
            };
        }

        @Bean
        CallerResolver callers() {
            return request -> {
                String tenant = request.getHeader("X-Tenant");
                return new ServletCallerResolver(tenant == null ? "default" : tenant, "CHATMGMT_").resolve(request);
            };
        }
    }

    /** A request of somebody whose name and roles stand in {@code name:ROLE,ROLE}. */
    private static final class SignedIn extends HttpServletRequestWrapper {

        private final String name;
        private final List<String> roles;

        private SignedIn(HttpServletRequest request, String user) {
            super(request);
            String[] parts = user.split(":", 2);
            name = parts[0];
            roles = parts.length == 1 ? List.of() : List.of(parts[1].split(","));
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.startsWith("CHATMGMT_") && roles.contains(role.substring("CHATMGMT_".length()));
        }
    }

    /** What the server answered. */
    record Answer(int status, JsonNode body, String contentType) {

        String code() {
            return body.path("code").asString();
        }
    }

    ChatGovernance governance() {
        return context.getBean(ChatGovernance.class);
    }

    List<OutboundMessage> delivered() {
        return context.getBean(App.class).delivered;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    Answer get(String user, String path, String... headers) {
        return send(user, "GET", path, null, headers);
    }

    Answer post(String user, String path, String body, String... headers) {
        return send(user, "POST", path, body, headers);
    }

    Answer send(String user, String method, String path, String body, String... headers) {
        HttpResponse<String> response = raw(user, method, path, body, headers);
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
        return new Answer(response.statusCode(), json, type);
    }

    HttpResponse<String> raw(String user, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (user != null) {
            request.header("X-User", user);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A feed that somebody reads. */
    FeedClient feed(String user, String query, String lastId) {
        return FeedClient.connect(CLIENT, uri("/feed" + query), user, lastId);
    }

    AgentId agent(String id, String name, String... skills) {
        AgentProfile profile =
                AgentProfile.of(AgentId.of(id), name, skills).with(Role.AGENT, Role.REVIEWER, Role.SUPERVISOR);
        governance().agents().register(profile);
        governance().agents().status(profile.id(), AgentStatus.ONLINE);
        return profile.id();
    }

    TurnResult customer(String conversation, String text) {
        return customer(ConversationId.of(conversation), text);
    }

    TurnResult customer(ConversationId id, String text) {
        long version =
                governance().conversations().find(id).map(row -> row.version()).orElse(0L);
        return governance().onCustomerMessage(CustomerMessage.of(id, "m-" + version, text));
    }

    TurnResult ai(TurnResult asked, String text, double confidence) {
        return governance().onAiAnswer(asked.ticket().orElseThrow(), AiAnswer.of(text, confidence));
    }

    /** The entity tag of the epoch that a conversation is in. */
    String epoch(String conversation) {
        return "\"epoch-"
                + governance()
                        .conversations()
                        .get(ConversationId.of(conversation))
                        .controlEpoch() + '"';
    }

    @Override
    public void close() {
        context.close();
    }
}
