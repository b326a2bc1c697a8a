package io.chatmgmt.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.cache.CachingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A host in a process of its own, one of several that all do the same work at the same time: every customer asks for a
 * person, whoever is offered a conversation accepts, answers and closes it, and time acts. What was acknowledged is told on
 * the standard output before it goes on. Killed at any moment, the others finish what it began.
 */
final class HostProcess {

    static final int AGENTS = 50;

    /** How many conversations a host lets wait at the same time. */
    private static final int WINDOW = 250;

    /** How long a thread rests that has found nothing to do in a conversation. */
    private static final long PAUSE_NANOS = 2_000_000;

    /** After how many looks at a conversation that an agent has it is closed by whoever looks. */
    private static final int PATIENCE = 50;

    private static final GovernancePolicy POLICY = GovernancePolicy.builder()
            .routing(routing -> routing.offerTimeout(Duration.ofSeconds(3)))
            .build();

    private final ChatGovernance governance;
    private final BlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final List<Integer> unasked;
    private final AtomicInteger left;
    private final int[] looks;

    private HostProcess(DataSource dataSource, int conversations, long seed) {
        governance = governance(dataSource);
        left = new AtomicInteger(conversations);
        looks = new int[conversations];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            order.add(i);
        }
        Collections.shuffle(order.subList(Math.min(WINDOW / 2, conversations), conversations), new Random(seed));
        unasked = new ArrayList<>(order);
        Collections.reverse(unasked);
    }

    static ChatGovernance governance(DataSource dataSource) {
        AtomicReference<ChatGovernance> house = new AtomicReference<>();
        house.set(ChatGovernance.builder()
                .store(CachingStore.of(JdbcStore.builder(dataSource).build()))
                .policy(POLICY)
                .outbound(text -> house.get().outbox().acknowledge(text.conversation(), text.number()))
                .build());
        return house.get();
    }

    static ConversationId conversation(int number) {
        return ConversationId.of("c-" + number);
    }

    /** Takes the port of the database, how many threads, how many conversations, and where to begin among them. */
    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[1]);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + arguments[0] + "/postgres?user=postgres");
        config.setMaximumPoolSize(threads + 2);
        config.setConnectionTimeout(Duration.ofMinutes(1).toMillis());
        try (HikariDataSource pool = new HikariDataSource(config)) {
            new HostProcess(pool, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3])).run(threads);
        }
        System.out.println("done");
    }

    private void run(int threads) throws InterruptedException {
        for (int i = 0; i < WINDOW; i++) {
            askNext();
        }
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(start(this::work));
        }
        CountDownLatch over = new CountDownLatch(1);
        Thread clock = start(() -> {
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                governance.sweep(500);
            }
        });
        for (Thread each : all) {
            each.join();
        }
        over.countDown();
        clock.join();
    }

    private interface Task {

        void run() throws InterruptedException;
    }

    /** A thread whose failure is the failure of the host. */
    private static Thread start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        thread.start();
        return thread;
    }

    private void work() throws InterruptedException {
        while (left.get() > 0) {
            Integer number = waiting.poll(10, TimeUnit.MILLISECONDS);
            if (number == null) {
                continue;
            }
            if (isOver(number)) {
                left.decrementAndGet();
                askNext();
            } else {
                waiting.add(number);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void askNext() {
        synchronized (unasked) {
            if (!unasked.isEmpty()) {
                waiting.add(unasked.remove(unasked.size() - 1));
            }
        }
    }

    /** Does for one conversation what there is to do now. */
    private boolean isOver(int number) {
        ConversationId id = conversation(number);
        if (looks[number]++ == 0) {
            governance.onCustomerMessage(CustomerMessage.of(id, "m-1", "I want to speak to a human"));
            acknowledged(id, "m-1");
            return false;
        }
        Conversation row = governance.conversations().get(id);
        Handoff handoff = row.handoff();
        if (!row.isOpen()) {
            return true;
        }
        Offer offer = handoff == null ? null : handoff.offer();
        AgentId assignee = row.assignee();
        if (offer != null) {
            Desk desk = desk(offer.agent());
            return desk.accept(id, offer.number()).isWon() && finish(id, desk);
        }
        if (assignee != null && looks[number] % PATIENCE == 0) {
            return finish(id, desk(assignee));
        }
        return false;
    }

    private boolean finish(ConversationId id, Desk desk) {
        if (desk.once("reply").reply(id, "Hello").isWon()) {
            acknowledged(id, "p:reply");
        }
        return desk.resolve(id, "").isWon();
    }

    private Desk desk(AgentId agent) {
        return governance.desk(Caller.agent(agent.value()));
    }

    private static void acknowledged(ConversationId id, String key) {
        System.out.println("ack " + id.value() + " " + key);
    }
}
