-- chatmgmt schema version 1, for H2 2.
-- Times are microseconds since 1970-01-01T00:00:00Z. Another table prefix than chatmgmt_ is possible: replace it everywhere.

CREATE TABLE chatmgmt_schema (
    version INTEGER NOT NULL
);

-- One row a conversation. What changes with every message stands in no index.
CREATE TABLE chatmgmt_conversation (
    tenant         CHARACTER VARYING(128)     NOT NULL,
    id             CHARACTER VARYING(128)     NOT NULL,
    version        BIGINT                     NOT NULL,
    format         INTEGER                    NOT NULL,
    is_open        BOOLEAN                    NOT NULL,
    opened_at      BIGINT                     NOT NULL,
    resolved_at    BIGINT,
    due_at         BIGINT,
    queue_tenant   CHARACTER VARYING(128),
    queue          CHARACTER VARYING(128),
    order_key      BIGINT,
    customer       CHARACTER VARYING(128)     NOT NULL,
    episodes       INTEGER                    NOT NULL,
    assignee       CHARACTER VARYING(128),
    offered_to     CHARACTER VARYING(128),
    last_agent     CHARACTER VARYING(128),
    last_agent_at  BIGINT,
    last_rating    INTEGER,
    last_rating_at BIGINT,
    last_survey_at BIGINT,
    -- What lists and counters look at, over the open conversations.
    status            CHARACTER VARYING(512) NOT NULL,
    control           CHARACTER VARYING(512) NOT NULL,
    needs             CHARACTER VARYING(512) NOT NULL,
    flags             CHARACTER VARYING(512) NOT NULL,
    topic             CHARACTER VARYING(512),
    language          CHARACTER VARYING(512) NOT NULL,
    team              CHARACTER VARYING(512),
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
    state          CHARACTER VARYING(1048576) NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX chatmgmt_conversation_due ON chatmgmt_conversation (due_at, tenant, id);
CREATE INDEX chatmgmt_conversation_queue ON chatmgmt_conversation (queue_tenant, queue, order_key, opened_at, id);
CREATE INDEX chatmgmt_conversation_open ON chatmgmt_conversation (tenant, is_open, id);
CREATE INDEX chatmgmt_conversation_customer ON chatmgmt_conversation (tenant, customer);
CREATE INDEX chatmgmt_conversation_resolved ON chatmgmt_conversation (tenant, resolved_at, id);

-- One row a commit. Rows that are not counted yet are pending.
CREATE TABLE chatmgmt_journal (
    tenant       CHARACTER VARYING(128)     NOT NULL,
    conversation CHARACTER VARYING(128)     NOT NULL,
    version      BIGINT                     NOT NULL,
    written_at   BIGINT                     NOT NULL,
    command_key  CHARACTER VARYING(512),
    pending      BOOLEAN                    NOT NULL,
    is_review    BOOLEAN                    NOT NULL,
    body         CHARACTER VARYING(1048576) NOT NULL,
    PRIMARY KEY (tenant, conversation, version)
);

CREATE UNIQUE INDEX chatmgmt_journal_command ON chatmgmt_journal (tenant, conversation, command_key);
CREATE INDEX chatmgmt_journal_pending ON chatmgmt_journal (pending, written_at, tenant, conversation);
CREATE INDEX chatmgmt_journal_review ON chatmgmt_journal (tenant, is_review, written_at, conversation, version);
CREATE INDEX chatmgmt_journal_time ON chatmgmt_journal (tenant, written_at);

-- What people and programs wrote; the only table with words of theirs.
CREATE TABLE chatmgmt_text (
    tenant       CHARACTER VARYING(128)     NOT NULL,
    conversation CHARACTER VARYING(128)     NOT NULL,
    seq          INTEGER                    NOT NULL,
    meta         CHARACTER VARYING(1048576) NOT NULL,
    content      CHARACTER LARGE OBJECT     NOT NULL,
    PRIMARY KEY (tenant, conversation, seq)
);

CREATE TABLE chatmgmt_agent (
    tenant           CHARACTER VARYING(128)     NOT NULL,
    id               CHARACTER VARYING(128)     NOT NULL,
    version          BIGINT                     NOT NULL,
    max_units        BIGINT                     NOT NULL,
    routable_until   BIGINT                     NOT NULL,
    used             BIGINT                     NOT NULL,
    last_assigned_at BIGINT                     NOT NULL,
    last_released_at BIGINT                     NOT NULL,
    due_at           BIGINT,
    state            CHARACTER VARYING(1048576) NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX chatmgmt_agent_due ON chatmgmt_agent (due_at, tenant, id);

-- What journal rows count for, by quarter-hour; a cell is a class of a spread, or a member of a set.
CREATE TABLE chatmgmt_rollup (
    tenant    CHARACTER VARYING(128) NOT NULL,
    measure   CHARACTER VARYING(64) NOT NULL,
    dimension CHARACTER VARYING(64) NOT NULL,
    quarter   INTEGER NOT NULL,
    slice     CHARACTER VARYING(256) NOT NULL,
    cell      BIGINT NOT NULL,
    n         BIGINT NOT NULL,
    total     BIGINT NOT NULL,
    PRIMARY KEY (tenant, measure, dimension, quarter, slice, cell)
);

INSERT INTO chatmgmt_schema (version) VALUES (1);
