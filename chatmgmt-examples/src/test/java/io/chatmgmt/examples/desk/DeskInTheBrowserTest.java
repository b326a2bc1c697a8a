package io.chatmgmt.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.routing.AgentStatus;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A04, A05, J01: the dashboard and the customer's window, in a browser")
class DeskInTheBrowserTest {

    private static final String HACK = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
    private static final String TOKEN = "{\"Content-Type\":\"application/json\",\"If-Match\":\"*\"}";

    private Desk desk;
    private ChatGovernance governance;
    private Browser customer;
    private Browser team;

    @BeforeAll
    void opens() {
        System.setProperty("desk.past-days", "1");
        // the tests of the other commands have begun to log nothing before this one runs
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        desk = Desk.open(new DeskOptions(0, "memory", 1), new PrintStream(OutputStream.nullOutputStream()));
        governance = desk.context().getBean(ChatGovernance.class);
        team = Browser.open(desk.address());
        customer = Browser.open(desk.address());
    }

    @AfterAll
    void closes() {
        for (Browser browser : new Browser[] {customer, team}) {
            if (browser != null) {
                browser.close();
            }
        }
        System.clearProperty("desk.past-days");
        System.clearProperty("org.springframework.boot.logging.LoggingSystem");
        desk.close();
    }

    @AfterEach
    void nobody_complains() {
        for (Browser browser : new Browser[] {customer, team}) {
            assertThat(browser.complaints()).isEmpty();
            browser.forget();
        }
    }

    private void open(String user, int width) {
        team.size(width, 900);
        customer.size(width, 900);
        team.signIn(user);
    }

    private void arrive(String name) {
        customer.go("/");
        customer.type("#begin [name=name]", name);
        customer.click("#begin button");
        customer.see("#lines");
    }

    private void ask(String text) {
        customer.type("#text", text);
        customer.click("#write button");
        customer.see(".line.customer", text);
    }

    /** Opens the conversation of somebody from the live list, which learns of it by itself. */
    private void look(String name) {
        team.turnTo(
                "#/live?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        team.click(".nm a", name);
        team.see("#pt", name);
    }

    private void act(String label) {
        if (team.shows(".pfoot .acts [data-action=more]")
                && !team.shows(".pfoot .acts [data-action=" + key(label) + "]")) {
            team.click(".pfoot .acts [data-action=more]");
            team.click(".menu button", label);
        } else {
            team.click(".pfoot .acts [data-action=" + key(label) + "]");
        }
    }

    private static String key(String label) {
        return switch (label) {
            case "Accept" -> "join";
            case "Hand back" -> "handback";
            case "Add note" -> "note";
            default -> label.toLowerCase(Locale.ROOT);
        };
    }

    private Conversation conversation(String name) {
        return governance.conversations().open(ConversationId.DEFAULT_TENANT, null, 1000).stream()
                .filter(each -> each.customer().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1440, 390})
    void a_person_is_asked_for_joins_answers_hands_back_and_resolves(int width) {
        String name = "Ada " + width;
        open("supervisor", width);
        team.turnTo("#/live");
        team.see("tr[data-id]");
        arrive(name);
        ask("Where do I find my invoice?");
        customer.see(".line.ai", "Settings, Billing");

        look(name);
        team.see(".msg.customer", "Where do I find my invoice?");
        team.see(".msg.ai .conf");

        ask("Can I speak to a human?");
        team.see(".ev.key", "called");
        team.click(".ev.key .whyb");
        team.see(".why", "HUMAN_REQUEST");

        act("Join");
        customer.see("#who", "Sam Okafor");
        team.type(".compose textarea", "Hello, this is Sam. <b>How</b> can I help?");
        team.click(".compose .btn.pri");
        customer.see(".line.agent", "<b>How</b> can I help?");
        team.see(".msg.human", "this is Sam");

        team.click(".compose [data-mode=note]");
        team.type(".compose textarea", "Only for colleagues: a museum");
        team.click(".compose .btn.pri");
        team.see(".msg.note", "a museum");

        act("Hand back");
        team.type("dialog textarea", "All done");
        team.click("dialog .btn.pri");
        team.see(".phead .ctl", "AI");
        assertThat(customer.text("#lines")).doesNotContain("museum").doesNotContain("All done");

        act("Resolve");
        team.type("dialog textarea", "Invoice found");
        team.click("dialog .btn.pri");
        team.see(".toast", "Resolved");
        team.click(".toast [aria-label=Dismiss]");
        customer.click(".stars button:nth-child(2)");
        customer.see("#asked", "You gave 2 of 5");
        team.see(".phead .tag", "Rated low");
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1440, 390})
    void a_held_answer_is_approved_before_it_runs_out(int width) {
        String name = "Bea " + width;
        open("supervisor", width);
        team.turnTo("#/held");
        arrive(name);
        ask("Could you explain how billing works when I upgrade my plan?");

        team.click(".hrow", name);
        team.see(".hpane .quote", "Could you explain");
        team.see(".hpane .ring");
        assertThat(customer.shows(".line.ai")).isFalse();
        team.click("[data-act=edit]");
        team.type(".draftbox", "You pay the difference, and nothing else.");
        team.click(".hacts .btn.pri");
        team.see(".err", "Choose a reason");
        team.click(".reason .chip", "Incomplete");
        team.click(".hacts .btn.pri");

        customer.see(".line", "You pay the difference, and nothing else.");
        team.see(".toast", "Edited answer sent");
    }

    @Test
    void an_escalation_by_hand_calls_a_person_and_an_absence_is_kept_to() {
        open("supervisor", 1440);
        arrive("Cleo");
        ask("How do I set a reminder?");
        customer.see(".line.ai");
        look("Cleo");
        act("Escalate");
        team.type("dialog textarea", "She sounds worried");
        team.click("dialog .btn.pri");
        team.see(".ev.key", "called");
        assertThat(conversation("Cleo").handoff()).isNotNull();

        team.turnTo("#/queue");
        team.click("li[data-agent=agent] .a-m");
        team.click(".menu button", "Away 15 min");
        team.see("li[data-agent=agent] .agst", "Away");
        team.click(".toast [aria-label=Dismiss]");
        team.until(
                "the agent is not away",
                () -> governance.agents().get(AgentId.of("agent")).status() == AgentStatus.AWAY ? true : null);
        governance.agents().status(AgentId.of("agent"), AgentStatus.ONLINE);
        team.see("li[data-agent=agent] .agst", "Available");
    }

    @Test
    void a_change_of_status_can_be_taken_back() {
        open("supervisor", 1440);
        team.turnTo("#/queue");
        team.click("li[data-agent=supervisor] .a-m");
        team.click(".menu button", "Busy");
        team.see("li[data-agent=supervisor] .agst", "Busy");
        team.click(".toast .btn", "Undo");
        team.see("li[data-agent=supervisor] .agst", "Available");
        assertThat(governance.agents().get(AgentId.of("supervisor")).status()).isEqualTo(AgentStatus.ONLINE);
    }

    @Test
    void what_customers_write_shows_as_text_wherever_it_shows() {
        open("supervisor", 1440);
        String name = "Dan " + HACK;
        customer.go("/");
        customer.type("#begin [name=name]", name);
        customer.run("document.querySelector('#begin [name=email]').type = 'text'");
        customer.type("#begin [name=email]", "\"><svg/onload=window.hacked=1>@x.example");
        customer.click("#begin button");
        customer.see("#lines");
        ask(HACK + " Can I speak to a human?");

        team.turnTo("#/overview");
        team.see(".need", "<img src=x");
        team.turnTo("#/queue");
        team.see("main", "<img src=x");
        look("Dan <img src=x");
        team.see(".phead", "<svg/onload");
        team.see(".msg.customer .body", "<script>window.hacked=1</script>");
        team.click(".tabs [data-code=ctx]");
        team.see(".ctx", "<script>");
        governance.resolve(conversation(name).id(), Resolution.ASSUMED);
        customer.type("#comment", HACK);
        customer.click(".stars button:nth-child(1)");
        customer.see("#asked", "You gave 1 of 5");
        team.click(".tabs [data-code=talk]");
        team.see(".msg.customer .body", "onerror");

        for (Browser browser : new Browser[] {team, customer}) {
            assertThat(browser.run("return window.hacked ?? null")).isNull();
            assertThat(browser.run("return document.querySelectorAll('img, svg[onload], script:not([src])').length"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void a_viewer_looks_and_cannot_act() {
        open("viewer", 1440);
        arrive("Eva");
        ask("Can I speak to a human?");
        look("Eva");

        team.see(".watch", "Your role cannot act");
        assertThat(team.shows(".pfoot .acts .btn")).isFalse();
        assertThat(team.shows(".compose")).isFalse();
        String join = "/chatmgmt/api/conversations/" + conversation("Eva").id().value() + "/join";
        assertThat(team.status("POST", join, withToken(team), "{}")).isEqualTo(403);
        assertThat(conversation("Eva").assignee()).isNull();
    }

    private static String withToken(Browser browser) {
        Object token =
                browser.run("return document.cookie.split('; ').find(c => c.startsWith('XSRF-TOKEN=')).slice(11)");
        return "{\"Content-Type\":\"application/json\",\"If-Match\":\"*\",\"X-XSRF-TOKEN\":\"" + token + "\"}";
    }

    @Test
    void nothing_happens_without_the_token_or_without_signing_in() {
        open("supervisor", 1440);
        arrive("Fay");
        ask("Where do I find my invoice?");
        String join = "/chatmgmt/api/conversations/" + conversation("Fay").id().value() + "/join";

        assertThat(team.status("POST", join, TOKEN, "{}")).isEqualTo(403);
        assertThat(customer.status("POST", join, withToken(customer), "{}")).isEqualTo(401);
        assertThat(customer.status("GET", "/chatmgmt/api/conversations", "{}", ""))
                .isEqualTo(401);
        assertThat(conversation("Fay").control()).isEqualTo(Control.AI);
        assertThat(team.status("POST", join, withToken(team), "{}")).isEqualTo(200);
        assertThat(conversation("Fay").control()).isEqualTo(Control.HUMAN);
    }

    @Test
    void another_tenants_conversations_are_as_if_there_were_none() {
        ConversationId theirs = new ConversationId("elsewhere", "secret-1");
        Customer somebody = new Customer("u-1", "Gus", "", Customer.Standing.REGULAR, "", Map.of());
        governance.onCustomerMessage(new CustomerMessage(
                theirs, "m-1", "The password is swordfish", null, new Opening(somebody, "web", null, null)));
        open("supervisor", 1440);
        customer.go("/");

        for (String path : new String[] {"", "/messages", "/timeline", "/context", "/episodes"}) {
            String known = "/chatmgmt/api/conversations/secret-1" + path;
            String unknown = "/chatmgmt/api/conversations/no-such-one" + path;
            assertThat(team.status("GET", known, "{}", "")).as(known).isEqualTo(404);
            assertThat(team.status("GET", unknown, "{}", "")).as(unknown).isEqualTo(404);
        }
        team.turnTo("#/live/secret-1");
        team.see("main", "Conversation not found");
        assertThat(team.text("main")).doesNotContain("swordfish");
    }

    @Test
    void places_do_not_change_while_somebody_is_in_the_list() {
        open("supervisor", 1440);
        team.turnTo("#/live");
        team.see("tr[data-id] .nm a");
        team.hover("tr[data-id]");
        Object before = team.run("return [...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id).join()");
        arrive("Hal");
        ask("Can I speak to a human?");

        team.see(".pill", "Show");
        assertThat(team.run("return [...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id).join()"))
                .isEqualTo(before);
        team.click(".pill");
        team.seeNo(".pill");
        assertThat(team.run("return [...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id).join()"))
                .isNotEqualTo(before);
    }

    @Test
    void the_keyboard_is_enough() {
        open("supervisor", 1440);
        team.turnTo("#/live");
        team.see("tr[data-id] .nm a");
        team.run("document.querySelector('.nm a').focus()");
        Object first = team.run("return document.activeElement.closest('tr').dataset.id");
        team.press("ArrowDown");
        Object second = team.run("return document.activeElement.closest('tr').dataset.id");
        assertThat(second).isNotEqualTo(first);
        team.press("Enter");
        team.until(
                "the conversation has not got the focus",
                () -> "pt".equals(team.run("return document.activeElement.id")) ? true : null);
        team.press("Escape");
        team.seeNo("#pt");
        team.until(
                "focus is not back in its row",
                () -> second.equals(team.run("return document.activeElement.closest('tr')?.dataset.id")) ? true : null);
    }
}
