package io.chatmgmt.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all parts of the contract share: an empty store for each test. */
public abstract class StoreContract {

    /** The store that is tried. */
    protected GovernanceStore store;

    /** Races between threads. */
    protected Race race;

    /**
     * A store that is empty.
     *
     * @return another one for each test
     */
    protected abstract GovernanceStore create();

    /**
     * How often a race is run; fewer for stores that are far away.
     *
     * @return 1 or more
     */
    protected int rounds() {
        return 200;
    }

    @BeforeEach
    final void startEmpty() {
        store = create();
        race = new Race();
    }

    @AfterEach
    final void endRaces() {
        race.close();
    }
}
