package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.CaseFile;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LiveDesk;
import io.chatmgmt.governance.LiveRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists conversations, and shows one. */
@RestController
@RequestMapping(ApiPath.API + "/conversations")
final class ConversationsController {

    private final ChatGovernance governance;
    private final Rows rows;
    private final Names names;
    private final HeldAnswers held;
    private final Words words;
    private final InstantSource clock;

    ConversationsController(
            ChatGovernance governance, Rows rows, Names names, HeldAnswers held, Words words, InstantSource clock) {
        this.governance = governance;
        this.rows = rows;
        this.names = names;
        this.held = held;
        this.words = words;
        this.clock = clock;
    }

    /** One page of the list, and where the feed takes over from it. */
    record PageView(
            Instant asOf, List<RowView> rows, @Nullable String cursor, String feed) {}

    /** All that is known of a conversation, apart from what was written and what happened. */
    record ConversationView(
            Instant asOf,
            RowView row,
            @Nullable HeldAnswerView held,
            AiSettings settings,
            LanguageView language,
            @Nullable ConversationTopic topic,
            CustomerDetail customer,
            HistoryView history,
            List<FollowUpView> followUps,
            @Nullable ClosureView closure,
            @Nullable QualityView quality) {}

    /** In which language it is held, and how that is known. */
    record LanguageView(String tag, Source source) {}

    /** Who the customer is, with what the application knows of them. */
    record CustomerDetail(
            String id,
            String name,
            String email,
            Customer.Standing standing,
            String region,
            Map<String, String> attributes) {

        static CustomerDetail of(Customer customer) {
            return new CustomerDetail(
                    customer.id(),
                    customer.name(),
                    customer.email(),
                    customer.standing(),
                    customer.region(),
                    new TreeMap<>(customer.attributes()));
        }
    }

    /** What is known of earlier episodes. */
    record HistoryView(
            int episodes,
            @Nullable PersonView lastAgent,
            @Nullable Integer lastRating) {}

    /** Something that was promised to the customer. */
    record FollowUpView(
            int number,
            FollowUpOwner owner,
            String promise,
            Instant dueAt,
            @Nullable Instant remindAt,
            FollowUp.Stage stage) {}

    /** What a matter was, and what helped. */
    record ClosureView(String reason, String cause, String answer, Closure.Reuse reuse, List<String> tags) {}

    @GetMapping
    PageView list(Caller caller, @ModelAttribute ConversationQuery query) {
        LiveDesk desk = governance.desk(caller).live();
        Instant now = clock.instant();
        LiveRows page = desk.list(query.filter(desk), query.sorted(), query.after(), query.size());
        return new PageView(
                now,
                rows.ofAll(page.rows()),
                page.next().map(Object::toString).orElse(null),
                FeedPosition.at(now).toString());
    }

    @GetMapping("/{id}")
    ConversationView one(Caller caller, @PathVariable String id) {
        Desk desk = governance.desk(caller);
        Conversation row = desk.view(Ids.conversation(caller, id));
        HeldAnswer answer = row.ai().held();
        Set<Permission> permissions = desk.permissions(row);
        return new ConversationView(
                clock.instant(),
                rows.of(desk, row),
                answer == null || !permissions.contains(Permission.REVIEW) ? null : held.of(desk, row, answer),
                row.ai().settings(),
                new LanguageView(row.language().tag(), row.language().source()),
                row.topic(),
                CustomerDetail.of(row.customer()),
                new HistoryView(
                        row.episode().history().earlierEpisodes(),
                        names.ofNullable(row.episode().history().lastAgent()),
                        row.episode().history().lastRating() == 0
                                ? null
                                : row.episode().history().lastRating()),
                followUps(row.id(), row.caseFile()),
                closure(row.id(), row.caseFile().closure()),
                governance.reports().quality(row.id()).map(QualityView::of).orElse(null));
    }

    private List<FollowUpView> followUps(ConversationId id, CaseFile file) {
        return file.followUps().stream()
                .map(each -> new FollowUpView(
                        each.number(),
                        each.owner(),
                        words.of(id, each.promise()),
                        each.dueAt(),
                        each.remindAt(),
                        each.stage()))
                .toList();
    }

    private @Nullable ClosureView closure(ConversationId id, @Nullable Closure closure) {
        return closure == null
                ? null
                : new ClosureView(
                        closure.reason(),
                        words.of(id, closure.cause()),
                        words.of(id, closure.answer()),
                        closure.reuse(),
                        closure.tags());
    }
}
