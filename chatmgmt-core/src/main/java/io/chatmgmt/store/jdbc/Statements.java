package io.chatmgmt.store.jdbc;

import java.util.Map;
import java.util.regex.Pattern;

/** All statements of the store, with the names of its tables and columns filled in. Immutable. */
final class Statements {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private static final String FIND = """
            SELECT state FROM {conversation} WHERE tenant = ? AND id = ?""";

    private static final String FIND_COMMAND = """
            SELECT body FROM {journal} WHERE tenant = ? AND conversation = ? AND command_key = ?""";

    private static final String JOURNAL = """
            SELECT body FROM {journal} WHERE tenant = ? AND conversation = ? AND version > ?
            ORDER BY version LIMIT ?""";

    private static final String TEXTS = """
            SELECT meta, content FROM {text} WHERE tenant = ? AND conversation = ? AND seq > ?
            ORDER BY seq LIMIT ?""";

    private static final String INSERT_CONVERSATION = """
            INSERT INTO {conversation} (tenant, id, {names}) VALUES (?, ?, {places}) {orNothing}""";

    /** A command that the journal has already, and a row of a newer format, stay as they are. */
    private static final String UPDATE_CONVERSATION = """
            UPDATE {conversation} SET {assignments}
            WHERE tenant = ? AND id = ? AND version = ? AND format <= ?
              AND NOT EXISTS (
                SELECT 1 FROM {journal} WHERE tenant = ? AND conversation = ? AND command_key = ?)""";

    private static final String INSERT_JOURNAL = """
            INSERT INTO {journal} (tenant, conversation, version, written_at, command_key, pending, is_review, body)
            VALUES (?, ?, ?, ?, ?, TRUE, ?, ?)""";

    private static final String INSERT_TEXT = """
            INSERT INTO {text} (tenant, conversation, seq, meta, content) VALUES (?, ?, ?, ?, ?)""";

    private static final String CLAIM_SLOT = """
            UPDATE {agent}
            SET used = LEAST(2147483647, GREATEST(?, used + ?)), last_assigned_at = COALESCE(?, last_assigned_at),
              last_released_at = COALESCE(?, last_released_at)
            WHERE tenant = ? AND id = ? AND used + ? <= max_units AND ? <= max_units AND routable_until > ?""";

    /** A whole commit of a conversation that exists, without slots. */
    private static final String COMMIT_NEXT = """
            WITH moved AS ({updateConversation} RETURNING tenant, id),
            {written}
            SELECT COUNT(*) FROM moved""";

    /** A whole first commit, without slots. */
    private static final String COMMIT_FIRST = """
            WITH moved AS ({insertConversation} RETURNING tenant, id),
            {written}
            SELECT COUNT(*) FROM moved""";

    /** A whole commit with slots: the agents are locked in order of id before anything is decided. */
    private static final String COMMIT_NEXT_WITH_SLOTS = """
            WITH {held},
            moved AS ({updateConversation} AND {everybodyFits} RETURNING tenant, id),
            {claimed},
            {written}
            SELECT COUNT(*) FROM moved""";

    /** A whole first commit with slots. */
    private static final String COMMIT_FIRST_WITH_SLOTS = """
            WITH {held},
            moved AS (
              INSERT INTO {conversation} (tenant, id, {names}) SELECT ?, ?, {places} WHERE {everybodyFits}
              {orNothing} RETURNING tenant, id),
            {claimed},
            {written}
            SELECT COUNT(*) FROM moved""";

    /** Journal and texts of a commit that took place. */
    private static final String WRITTEN = """
            noted AS (
              INSERT INTO {journal} (tenant, conversation, version, written_at, command_key, pending, is_review, body)
              SELECT tenant, id, ?, ?, ?, TRUE, ?, ? FROM moved),
            said AS (
              INSERT INTO {text} (tenant, conversation, seq, meta, content)
              SELECT moved.tenant, moved.id, each.seq, each.meta, each.content
              FROM moved, unnest(?, ?, ?) AS each (seq, meta, content))""";

    private static final String HELD = """
            claim AS (
              SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS each (id, required, floor, shift, peak, floor_peak, routable_after, assigned_at, released_at)),
            held AS (
              SELECT agent.id, claim.required,
                agent.used + claim.peak <= agent.max_units AND claim.floor_peak <= agent.max_units
                  AND agent.routable_until > claim.routable_after AS fits
              FROM {agent} agent JOIN claim ON claim.id = agent.id
              WHERE agent.tenant = ? AND agent.id = ANY (?)
              ORDER BY agent.id
              FOR UPDATE OF agent)""";

    private static final String EVERYBODY_FITS = """
            (SELECT COUNT(*) FROM held WHERE required AND fits) = ?""";

    private static final String CLAIMED = """
            claimed AS (
              UPDATE {agent} agent
              SET used = LEAST(2147483647, GREATEST(claim.floor, agent.used + claim.shift)),
                last_assigned_at = COALESCE(claim.assigned_at, agent.last_assigned_at),
                last_released_at = COALESCE(claim.released_at, agent.last_released_at)
              FROM claim, moved
              WHERE agent.tenant = ? AND agent.id = ANY (?) AND claim.id = agent.id)""";

    private static final String DUE = """
            SELECT tenant, id FROM {conversation} WHERE due_at <= ? ORDER BY due_at, tenant, id LIMIT ?""";

    private static final String NEXT_DUE = """
            SELECT MIN(due_at) FROM {conversation}""";

    private static final String RESCHEDULE = """
            UPDATE {conversation} SET due_at = ? WHERE tenant = ? AND id = ? AND version = ?""";

    private static final String QUEUED = """
            SELECT id, state FROM {conversation} WHERE queue_tenant = ? AND queue = ?
            ORDER BY order_key, opened_at, id LIMIT ?""";

    private static final String WAITING = """
            SELECT COUNT(*) FROM (
              SELECT id FROM {conversation} WHERE queue_tenant = ? AND queue = ? LIMIT ?) waiting""";

    private static final String WAITING_AHEAD = """
            SELECT COUNT(*) FROM (
              SELECT id FROM {conversation} WHERE queue_tenant = ? AND queue = ?
                AND (order_key < ? OR order_key = ? AND (opened_at < ? OR opened_at = ? AND id < ?))
              LIMIT ?) waiting""";

    private static final String NEXT_QUEUE = """
            SELECT MIN(queue) FROM {conversation} WHERE queue_tenant = ? AND queue > ?""";

    private static final String NEXT_QUEUE_TENANT = """
            SELECT MIN(queue_tenant) FROM {conversation} WHERE queue_tenant > ?""";

    private static final String OPEN = """
            SELECT id, state FROM {conversation} WHERE tenant = ? AND is_open = TRUE AND id > ?
            ORDER BY id LIMIT ?""";

    private static final String HELD_BY = """
            SELECT id, state FROM {conversation}
            WHERE tenant = ? AND is_open = TRUE AND (assignee = ? OR offered_to = ?) ORDER BY id LIMIT ?""";

    private static final String OF_CUSTOMER = """
            SELECT id FROM {conversation} WHERE tenant = ? AND customer = ? AND id > ? ORDER BY id LIMIT ?""";

    private static final String ERASE_TEXTS = """
            UPDATE {text} SET content = '' WHERE tenant = ? AND conversation = ?""";

    private static final String REMOVABLE = """
            SELECT id, version FROM {conversation} kept
            WHERE tenant = ? AND resolved_at < ? AND due_at IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM {journal} uncounted
                WHERE uncounted.tenant = kept.tenant AND uncounted.conversation = kept.id AND uncounted.pending = TRUE)
            ORDER BY resolved_at, id LIMIT ?""";

    private static final String REMOVE_CONVERSATION = """
            DELETE FROM {conversation} WHERE tenant = ? AND id = ? AND version = ? AND due_at IS NULL""";

    private static final String REMOVE_JOURNAL = """
            DELETE FROM {journal} WHERE tenant = ? AND conversation = ?""";

    private static final String REMOVE_TEXTS = """
            DELETE FROM {text} WHERE tenant = ? AND conversation = ?""";

    private static final String CUSTOMER = """
            SELECT
              (SELECT SUM(episodes) FROM {conversation} WHERE tenant = ? AND customer = ?) AS episodes,
              (SELECT last_agent FROM {conversation} WHERE tenant = ? AND customer = ? AND last_agent IS NOT NULL
               ORDER BY last_agent_at DESC, id DESC LIMIT 1) AS last_agent,
              (SELECT last_rating FROM {conversation} WHERE tenant = ? AND customer = ? AND last_rating IS NOT NULL
               ORDER BY last_rating_at DESC, id DESC LIMIT 1) AS last_rating,
              (SELECT MAX(last_survey_at) FROM {conversation} WHERE tenant = ? AND customer = ?) AS last_survey_at""";

    private static final String FIND_AGENT = """
            SELECT used, last_assigned_at, last_released_at, state FROM {agent} WHERE tenant = ? AND id = ?""";

    private static final String AGENTS = """
            SELECT used, last_assigned_at, last_released_at, state FROM {agent} WHERE tenant = ? ORDER BY id""";

    private static final String AGENTS_DUE = """
            SELECT tenant, used, last_assigned_at, last_released_at, state FROM {agent} WHERE due_at <= ?
            ORDER BY due_at, tenant, id LIMIT ?""";

    private static final String NEXT_AGENT_DUE = """
            SELECT MIN(due_at) FROM {agent}""";

    private static final String INSERT_AGENT = """
            INSERT INTO {agent} (version, max_units, routable_until, due_at, state, tenant, id,
              used, last_assigned_at, last_released_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0) {orNothing}""";

    private static final String UPDATE_AGENT = """
            UPDATE {agent} SET version = ?, max_units = ?, routable_until = ?, due_at = ?, state = ?
            WHERE tenant = ? AND id = ? AND version = ?""";

    private static final String REVIEWS = """
            SELECT conversation, body FROM {journal}
            WHERE tenant = ? AND is_review = TRUE AND written_at >= ? AND written_at < ?
              AND (written_at > ? OR written_at = ? AND (conversation > ? OR conversation = ? AND version > ?))
            ORDER BY written_at, conversation, version LIMIT ?""";

    private static final String CHANGED = """
            SELECT conversation, version, written_at FROM (
              SELECT conversation, MAX(version) AS version, MAX(written_at) AS written_at FROM {journal}
              WHERE tenant = ? AND written_at >= ? GROUP BY conversation) latest
            WHERE (written_at > ? OR written_at = ? AND (conversation > ? OR conversation = ? AND version > ?))
            ORDER BY written_at, conversation LIMIT ?""";

    private static final String UNRECORDED = """
            SELECT tenant, conversation FROM {journal} WHERE pending = TRUE ORDER BY written_at LIMIT ?""";

    /** Rows are counted in order of version, so the latest counted one tells of all before it. */
    private static final String RECORDED = """
            SELECT version FROM {journal} WHERE tenant = ? AND conversation = ? AND pending = FALSE
            ORDER BY version DESC LIMIT 1""";

    private static final String RECORD = """
            UPDATE {journal} SET pending = FALSE
            WHERE tenant = ? AND conversation = ? AND version > ? AND version <= ? AND pending = TRUE""";

    private static final String TOTALS = """
            SELECT measure, dimension, slice, cell, SUM(n) AS n, SUM(total) AS total FROM {rollup}
            WHERE tenant = ? AND quarter >= ? AND quarter < ?
            GROUP BY measure, dimension, slice, cell""";

    private static final String SCHEMA_VERSION = """
            SELECT MAX(version) FROM {schema}""";

    final String find;
    final String findLatest;
    final String findCommand;
    final String findLatestCommand;
    final String journal;
    final String texts;
    final String insertConversation;
    final String updateConversation;
    final String insertJournal;
    final String insertText;
    final String claimSlot;
    final String commitNext;
    final String commitFirst;
    final String commitNextWithSlots;
    final String commitFirstWithSlots;
    final String due;
    final String nextDue;
    final String reschedule;
    final String queued;
    final String waiting;
    final String waitingAhead;
    final String nextQueue;
    final String nextQueueTenant;
    final String open;
    final String heldBy;
    final String ofCustomer;
    final String eraseTexts;
    final String removable;
    final String removeConversation;
    final String removeJournal;
    final String removeTexts;
    final String customer;
    final String findAgent;
    final String agents;
    final String agentsDue;
    final String nextAgentDue;
    final String insertAgent;
    final String updateAgent;
    final String reviews;
    final String changed;
    final String unrecorded;
    final String recorded;
    final String record;
    final String addUp;
    final String totals;
    final String schemaVersion;

    private final Map<String, String> names;

    Statements(Dialect dialect, String prefix, Columns columns) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("tablePrefix must match " + PREFIX + ": " + prefix);
        }
        names = Map.ofEntries(
                Map.entry("conversation", prefix + "conversation"),
                Map.entry("journal", prefix + "journal"),
                Map.entry("text", prefix + "text"),
                Map.entry("agent", prefix + "agent"),
                Map.entry("rollup", prefix + "rollup"),
                Map.entry("schema", prefix + "schema"),
                Map.entry("names", columns.names()),
                Map.entry("places", columns.places()),
                Map.entry("assignments", columns.assignments()),
                Map.entry("orNothing", dialect.orNothing()),
                Map.entry("updateConversation", UPDATE_CONVERSATION),
                Map.entry("insertConversation", INSERT_CONVERSATION),
                Map.entry("written", WRITTEN),
                Map.entry("held", HELD),
                Map.entry("everybodyFits", EVERYBODY_FITS),
                Map.entry("claimed", CLAIMED));
        find = filled(FIND);
        findLatest = find + dialect.latest();
        findCommand = filled(FIND_COMMAND);
        findLatestCommand = findCommand + dialect.latest();
        journal = filled(JOURNAL);
        texts = filled(TEXTS);
        insertConversation = filled(INSERT_CONVERSATION);
        updateConversation = filled(UPDATE_CONVERSATION);
        insertJournal = filled(INSERT_JOURNAL);
        insertText = filled(INSERT_TEXT);
        claimSlot = filled(CLAIM_SLOT);
        commitNext = filled(COMMIT_NEXT);
        commitFirst = filled(COMMIT_FIRST);
        commitNextWithSlots = filled(COMMIT_NEXT_WITH_SLOTS);
        commitFirstWithSlots = filled(COMMIT_FIRST_WITH_SLOTS);
        due = filled(DUE);
        nextDue = filled(NEXT_DUE);
        reschedule = filled(RESCHEDULE);
        queued = filled(QUEUED);
        waiting = filled(WAITING);
        waitingAhead = filled(WAITING_AHEAD);
        nextQueue = filled(NEXT_QUEUE);
        nextQueueTenant = filled(NEXT_QUEUE_TENANT);
        open = filled(OPEN);
        heldBy = filled(HELD_BY);
        ofCustomer = filled(OF_CUSTOMER);
        eraseTexts = filled(ERASE_TEXTS);
        removable = filled(REMOVABLE);
        removeConversation = filled(REMOVE_CONVERSATION);
        removeJournal = filled(REMOVE_JOURNAL);
        removeTexts = filled(REMOVE_TEXTS);
        customer = filled(CUSTOMER);
        findAgent = filled(FIND_AGENT);
        agents = filled(AGENTS);
        agentsDue = filled(AGENTS_DUE);
        nextAgentDue = filled(NEXT_AGENT_DUE);
        insertAgent = filled(INSERT_AGENT);
        updateAgent = filled(UPDATE_AGENT);
        reviews = filled(REVIEWS);
        changed = filled(CHANGED);
        unrecorded = filled(UNRECORDED);
        recorded = filled(RECORDED);
        record = filled(RECORD);
        addUp = filled(dialect.addingUp());
        totals = filled(TOTALS);
        schemaVersion = filled(SCHEMA_VERSION);
    }

    /** The statement with every hole filled, as often as what fills it has holes. */
    private String filled(String statement) {
        String filled = statement;
        while (HOLE.matcher(filled).find()) {
            filled = HOLE.matcher(filled).replaceAll(hole -> names.getOrDefault(hole.group(1), ""));
        }
        return filled.strip();
    }
}
