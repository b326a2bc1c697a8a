package io.chatmgmt.examples.recording;

import io.chatmgmt.conversation.Customer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customer as the line has it, before the defaults are filled in. Not thread-safe. */
final class CustomerFields {

    private @Nullable String id;
    private String name = "";
    private String email = "";
    private String region = "";
    private Customer.Standing standing = Customer.Standing.REGULAR;
    private Map<String, String> attributes = Map.of();

    /** Takes the object under the current field. */
    void read(JsonLine line) throws BadLineException {
        if (!line.enterObject()) {
            return;
        }
        for (String field = line.next(); field != null; field = line.next()) {
            switch (field) {
                case "id" -> id = line.identifier();
                case "name" -> name = orEmpty(line.text());
                case "email" -> email = orEmpty(line.text());
                case "region" -> region = orEmpty(line.text());
                case "vip" -> standing = !line.isNull() && line.truth() ? Customer.Standing.VIP : standing;
                case "attributes" -> attributes = attributes(line);
                default -> line.skip();
            }
        }
        line.leave();
    }

    /** Attributes are texts to the library: numbers and truth values become texts, nested values are left out. */
    private static Map<String, String> attributes(JsonLine line) throws BadLineException {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!line.isNull()) {
            line.expectObject();
            for (String name = line.next(); name != null; name = line.next()) {
                String value = line.scalar();
                if (value != null) {
                    attributes.put(name, value);
                }
            }
        }
        return attributes;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The customer; one without an id is known by the conversation's. */
    Customer customer(String conversation) {
        return new Customer(id == null ? conversation : id, name, email, standing, region, attributes);
    }
}
