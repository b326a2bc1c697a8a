package io.chatmgmt.spring;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.policy.json.PolicyCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * The policy at a location, for all tenants. Read once when the application starts, where a bad one stops it; read again
 * on request, where a bad one is refused and the old one stays. Thread-safe.
 */
final class PolicyFile implements PolicySource {

    private static final Logger log = LoggerFactory.getLogger(PolicyFile.class);

    private final Resource location;
    private final PolicyCodec codec = new PolicyCodec();
    private volatile GovernancePolicy policy;
    private volatile String lastRefused = "";

    PolicyFile(Resource location) {
        this.location = location;
        try {
            this.policy = read();
        } catch (IOException e) {
            throw new UncheckedIOException("chatmgmt.policy.location cannot be read: " + location.getDescription(), e);
        }
    }

    @Override
    public GovernancePolicy policyFor(String tenant, Instant now) {
        return policy;
    }

    /** Reads the location again. The same complaint is made only once. */
    void reload() {
        try {
            GovernancePolicy read = read();
            if (!read.version().equals(policy.version())) {
                log.info("policy {} replaces {}, read from {}", read.version(), policy.version(), location);
                policy = read;
            }
            lastRefused = "";
        } catch (IOException | InvalidPolicyException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(lastRefused)) {
                log.warn("policy {} stays; what is at {} was refused: {}", policy.version(), location, why);
                lastRefused = why;
            }
        }
    }

    private GovernancePolicy read() throws IOException {
        try (InputStream in = location.getInputStream()) {
            return codec.read(in);
        }
    }
}
