package io.chatmgmt.store.json;

import io.chatmgmt.conversation.QuestionPrint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The print of a question: its words' hashes in base 64, then the number of the message, when it was asked, and the meaning. */
final class QuestionPrintShape extends Shape<QuestionPrint> {

    private static final Shape<Instant> TIME = time();

    @Override
    void write(JsonGenerator out, QuestionPrint print, Scope scope) {
        int[] words = print.words();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * words.length);
        bytes.asIntBuffer().put(words);
        out.writeStartArray();
        out.writeString(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()));
        out.writeNumber(print.message());
        TIME.write(out, print.askedAt(), scope);
        if (print.signs() != 0 || print.strengths() != 0) {
            out.writeNumber(print.signs());
            out.writeNumber(print.strengths());
        }
        out.writeEndArray();
    }

    @Override
    QuestionPrint read(JsonParser in, Scope scope) {
        in.nextToken();
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(in.getString()));
        int[] words = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(words);
        in.nextToken();
        int message = in.getIntValue();
        in.nextToken();
        Instant askedAt = TIME.read(in, scope);
        QuestionPrint print = QuestionPrint.of(words).askedBy(message, askedAt);
        if (in.nextToken() == JsonToken.END_ARRAY) {
            return print;
        }
        long signs = in.getLongValue();
        in.nextToken();
        long strengths = in.getLongValue();
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("a print has three or five parts");
        }
        return print.meaning(signs, strengths);
    }

    @SuppressWarnings("unchecked") // kept under the class that it is for
    private static Shape<Instant> time() {
        return (Shape<Instant>) Objects.requireNonNull(Scalars.of(Instant.class), "Instant");
    }
}
