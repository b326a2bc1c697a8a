package io.chatmgmt.policy.json;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.PolicyDocument;
import io.chatmgmt.policy.PolicyProblem;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes policies as JSON. A document holds the settings that differ from the defaults:
 *
 * <pre>{@code
 * {
 *   "escalation": {
 *     "lowConfidence": {"threshold": 0.65, "answers": 2},
 *     "coolDown": "PT10M"
 *   },
 *   "response": {"answerTimeout": "never"}
 * }
 * }</pre>
 *
 * <p>It follows the rules of {@link PolicyDocument}; in particular a map or a list that is given replaces the default one
 * as a whole. A field that is written twice is an error. Thread-safe.
 */
public final class PolicyCodec {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ObjectWriter writer =
            mapper.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** A codec; it has no settings, and one serves for everything. */
    public PolicyCodec() {}

    /**
     * Reads a policy.
     *
     * @param json the document
     * @return the policy
     * @throws InvalidPolicyException with every problem of the document; with one, and its line and column, when it is
     *     not JSON
     */
    public GovernancePolicy read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a policy from a file.
     *
     * @param file the document in UTF-8
     * @return the policy
     * @throws IOException when the file cannot be read
     * @throws InvalidPolicyException as for {@link #read(String)}
     */
    public GovernancePolicy read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads a policy from a stream, to its end; does not close it.
     *
     * @param in the document in UTF-8
     * @return the policy
     * @throws IOException when the stream cannot be read
     * @throws InvalidPolicyException as for {@link #read(String)}
     */
    public GovernancePolicy read(InputStream in) throws IOException {
        return read(in.readAllBytes());
    }

    /**
     * Writes a policy with all its settings, defaults included, so that it means the same under later defaults.
     *
     * @param policy the policy
     * @return the document, indented, with a line feed at the end of every line
     */
    public String write(GovernancePolicy policy) {
        return writer.writeValueAsString(PolicyDocument.write(policy)) + "\n";
    }

    private GovernancePolicy read(byte[] json) {
        if (!(parse(json) instanceof Map<?, ?> fields)) {
            throw invalid(
                    new PolicyProblem("", Code.WRONG_TYPE, "must be a JSON object", "write {} for the defaults"), null);
        }
        @SuppressWarnings("unchecked") // the keys of a JSON object are strings
        Map<String, ?> settings = (Map<String, ?>) fields;
        return PolicyDocument.read(settings);
    }

    private @Nullable Object parse(byte[] json) {
        try {
            return mapper.readValue(json, Object.class);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw invalid(
                    new PolicyProblem("", Code.SYNTAX, "not JSON" + where + ": " + e.getOriginalMessage(), ""), e);
        }
    }

    private static InvalidPolicyException invalid(PolicyProblem problem, @Nullable Throwable cause) {
        return new InvalidPolicyException(List.of(problem), cause);
    }
}
