-- chatmgmt schema version 1, for PostgreSQL 14 and newer.
-- Times are microseconds since 1970-01-01T00:00:00Z. Another table prefix than chatmgmt_ is possible: replace it everywhere.

CREATE TABLE chatmgmt_schema (
    version INTEGER NOT NULL
);

-- One row a conversation. What changes with every message stands in no index, so that updates stay within the page.
CREATE TABLE chatmgmt_conversation (
    tenant         TEXT COLLATE "C" NOT NULL,
    id             TEXT COLLATE "C" NOT NULL,
    version        BIGINT           NOT NULL,
    format         INTEGER          NOT NULL,
    is_open        BOOLEAN          NOT NULL,
    opened_at      BIGINT           NOT NULL,
    resolved_at    BIGINT,
    due_at         BIGINT,
    queue_tenant   TEXT COLLATE "C",
    queue          TEXT COLLATE "C",
    order_key      BIGINT,
    customer       TEXT COLLATE "C" NOT NULL,
    episodes       INTEGER          NOT NULL,
    assignee       TEXT COLLATE "C",
    offered_to     TEXT COLLATE "C",
    last_agent     TEXT COLLATE "C",
    last_agent_at  BIGINT,
    last_rating    INTEGER,
    last_rating_at BIGINT,
    last_survey_at BIGINT,
    -- What lists and counters look at, over the open conversations.
    status            TEXT COLLATE "C" NOT NULL,
    control           TEXT COLLATE "C" NOT NULL,
    needs             TEXT COLLATE "C" NOT NULL,
    flags             TEXT COLLATE "C" NOT NULL,
    topic             TEXT COLLATE "C",
    language          TEXT COLLATE "C" NOT NULL,
    team              TEXT COLLATE "C",
    rating            INTEGER NOT NULL,
    episode_opened_at BIGINT NOT NULL,
    last_message_at   BIGINT NOT NULL,
    last_message      INTEGER,
    waiting_since     BIGINT,
    enqueued_at       BIGINT,
    hold_deadline     BIGINT,
    confidence        BIGINT,
    answered          INTEGER NOT NULL,
    escalated         INTEGER NOT NULL,
    confidences       BIGINT NOT NULL,
    confidence_sum    BIGINT NOT NULL,
    answers           BIGINT NOT NULL,
    answer_micros     BIGINT NOT NULL,
    state          TEXT             NOT NULL,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 50, toast_tuple_target = 8160);

CREATE INDEX chatmgmt_conversation_due ON chatmgmt_conversation (due_at, tenant, id) WHERE due_at IS NOT NULL;
CREATE INDEX chatmgmt_conversation_queue ON chatmgmt_conversation (queue_tenant, queue, order_key, opened_at, id)
    WHERE queue_tenant IS NOT NULL;
CREATE INDEX chatmgmt_conversation_open ON chatmgmt_conversation (tenant, id) WHERE is_open;
CREATE INDEX chatmgmt_conversation_customer ON chatmgmt_conversation (tenant, customer);
CREATE INDEX chatmgmt_conversation_resolved ON chatmgmt_conversation (tenant, resolved_at, id)
    WHERE resolved_at IS NOT NULL;

-- One row a commit. Rows that are not counted yet are pending.
CREATE TABLE chatmgmt_journal (
    tenant       TEXT COLLATE "C" NOT NULL,
    conversation TEXT COLLATE "C" NOT NULL,
    version      BIGINT           NOT NULL,
    written_at   BIGINT           NOT NULL,
    command_key  TEXT COLLATE "C",
    pending      BOOLEAN          NOT NULL,
    is_review    BOOLEAN          NOT NULL,
    body         TEXT             NOT NULL,
    PRIMARY KEY (tenant, conversation, version)
);

CREATE UNIQUE INDEX chatmgmt_journal_command ON chatmgmt_journal (tenant, conversation, command_key)
    WHERE command_key IS NOT NULL;
CREATE INDEX chatmgmt_journal_pending ON chatmgmt_journal (written_at, tenant, conversation) WHERE pending;
CREATE INDEX chatmgmt_journal_review ON chatmgmt_journal (tenant, written_at, conversation, version) WHERE is_review;
CREATE INDEX chatmgmt_journal_time ON chatmgmt_journal (tenant, written_at);

-- What people and programs wrote; the only table with words of theirs.
CREATE TABLE chatmgmt_text (
    tenant       TEXT COLLATE "C" NOT NULL,
    conversation TEXT COLLATE "C" NOT NULL,
    seq          INTEGER          NOT NULL,
    meta         TEXT             NOT NULL,
    content      TEXT             NOT NULL,
    PRIMARY KEY (tenant, conversation, seq)
);

CREATE TABLE chatmgmt_agent (
    tenant           TEXT COLLATE "C" NOT NULL,
    id               TEXT COLLATE "C" NOT NULL,
    version          BIGINT           NOT NULL,
    max_units        BIGINT           NOT NULL,
    routable_until   BIGINT           NOT NULL,
    used             BIGINT           NOT NULL,
    last_assigned_at BIGINT           NOT NULL,
    last_released_at BIGINT           NOT NULL,
    due_at           BIGINT,
    state            TEXT             NOT NULL,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 50);

CREATE INDEX chatmgmt_agent_due ON chatmgmt_agent (due_at, tenant, id) WHERE due_at IS NOT NULL;

-- What journal rows count for, by quarter-hour; a cell is a class of a spread, or a member of a set.
CREATE TABLE chatmgmt_rollup (
    tenant    TEXT COLLATE "C" NOT NULL,
    measure   TEXT COLLATE "C" NOT NULL,
    dimension TEXT COLLATE "C" NOT NULL,
    quarter   INTEGER NOT NULL,
    slice     TEXT COLLATE "C" NOT NULL,
    cell      BIGINT NOT NULL,
    n         BIGINT NOT NULL,
    total     BIGINT NOT NULL,
    PRIMARY KEY (tenant, measure, dimension, quarter, slice, cell)
);

INSERT INTO chatmgmt_schema (version) VALUES (1);
