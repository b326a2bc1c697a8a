package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.store.ChangeStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells all readers of this node what changes, on one thread that lives while there are any: soon after a commit of this
 * node, and within the poll interval after one of another. Thread-safe.
 */
final class FeedHub implements GovernanceListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedHub.class);

    /** How long changes are collected before they are told, so that a busy conversation is told once. */
    private static final Duration COLLECTED = Duration.ofMillis(100);

    private final ChatGovernance governance;
    private final ChangeStore store;
    private final Rows rows;
    private final AgentRows agentRows;
    private final JsonMapper mapper;
    private final InstantSource clock;
    private final Duration pollInterval;
    private final Duration maxAge;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, FeedTenant> tenants = new ConcurrentHashMap<>();
    private final List<FeedReader> arriving = new ArrayList<>();
    private boolean hasNews;
    private boolean running;
    private @Nullable Thread thread;

    FeedHub(
            ChatGovernance governance,
            ChangeStore store,
            Rows rows,
            AgentRows agentRows,
            JsonMapper mapper,
            InstantSource clock,
            Duration pollInterval,
            Duration maxAge) {
        this.governance = governance;
        this.store = store;
        this.rows = rows;
        this.agentRows = agentRows;
        this.mapper = mapper;
        this.clock = clock;
        this.pollInterval = pollInterval;
        this.maxAge = maxAge;
    }

    /** Takes a reader in. */
    void welcome(FeedReader reader) {
        lock.lock();
        try {
            if (!running) {
                reader.close();
                return;
            }
            arriving.add(reader);
            hasNews = true;
            news.signal();
            if (thread == null) {
                Thread started = new Thread(this::run, "chatmgmt-feed");
                started.setDaemon(true);
                thread = started;
                started.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many connections there are. */
    int readers() {
        return tenants.values().stream().mapToInt(FeedTenant::size).sum();
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        FeedTenant tenant = tenants.get(conversation.id().tenant());
        if (tenant != null) {
            tenant.note(conversation.id());
            lock.lock();
            try {
                hasNews = true;
                news.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread stopped;
        lock.lock();
        try {
            running = false;
            stopped = thread;
            news.signal();
        } finally {
            lock.unlock();
        }
        if (stopped != null) {
            try {
                stopped.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Before the web server, which waits for requests that are under way: these never end by themselves. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void run() {
        List<FeedReader> arrived = new ArrayList<>();
        while (await(arrived)) {
            Instant now = clock.instant();
            for (FeedReader reader : arrived) {
                isolated(reader.caller().tenant(), () -> tenant(reader).welcome(reader, now), List.of(reader));
            }
            arrived.clear();
            tenants.forEach((name, tenant) -> {
                isolated(name, () -> tenant.pass(now), tenant.readers());
                if (tenant.isEmpty()) {
                    tenants.remove(name);
                }
            });
        }
        tenants.values().forEach(tenant -> tenant.readers().forEach(FeedReader::close));
        tenants.clear();
    }

    private FeedTenant tenant(FeedReader reader) {
        String name = reader.caller().tenant();
        FeedTenant known = tenants.get(name);
        if (known == null) {
            Instant now = clock.instant();
            known = new FeedTenant(
                    name, governance, new FeedFollower(name, store, now), rows, agentRows, mapper, maxAge, now);
            tenants.put(name, known);
        }
        return known;
    }

    /** A store that fails now works again later: readers who may not have been told everything come back and ask. */
    private void isolated(String tenant, Runnable what, List<FeedReader> concerned) {
        try {
            what.run();
        } catch (RuntimeException e) {
            log.warn("the feed of tenant {} could not go on; its readers come back", tenant, e);
            concerned.forEach(FeedReader::close);
        }
    }

    /** Waits for something to tell; false when there is nobody to tell it to any more. */
    private boolean await(List<FeedReader> arrived) {
        lock.lock();
        try {
            long nanos = pollInterval.toNanos();
            while (running && !hasNews && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            long collecting = hasNews && arriving.isEmpty() ? COLLECTED.toNanos() : 0;
            while (running && collecting > 0 && arriving.isEmpty()) {
                collecting = news.awaitNanos(collecting);
            }
            hasNews = false;
            arrived.addAll(arriving);
            arriving.clear();
            boolean ends = !running || arrived.isEmpty() && tenants.isEmpty();
            if (ends) {
                thread = null;
                arrived.forEach(FeedReader::close);
            }
            return !ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
            return false;
        } finally {
            lock.unlock();
        }
    }
}
