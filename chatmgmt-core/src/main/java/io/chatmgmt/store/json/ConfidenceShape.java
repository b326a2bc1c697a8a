package io.chatmgmt.store.json;

import io.chatmgmt.conversation.Confidence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A confidence: a number; left out while unknown. */
final class ConfidenceShape extends Shape<Confidence> {

    @Override
    void write(JsonGenerator out, Confidence confidence, Scope scope) {
        if (confidence.isKnown()) {
            out.writeNumber(confidence.value().orElseThrow());
        } else {
            out.writeString("");
        }
    }

    @Override
    Confidence read(JsonParser in, Scope scope) {
        return in.currentToken().isNumeric() ? Confidence.of(in.getDoubleValue()) : Confidence.unknown();
    }

    @Override
    Confidence usual(Scope scope) {
        return Confidence.unknown();
    }
}
