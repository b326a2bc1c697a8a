package io.chatmgmt.spring;

import io.chatmgmt.governance.ChatGovernanceBuilder;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.Notifier;
import io.chatmgmt.governance.Outbound;
import io.chatmgmt.routing.OpeningHours;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Connects the beans that hear from the front door, or are asked by it. They nearly always use it too (to acknowledge a text, for example),
 * so they are counted while it is built and looked up when it first has something for them.
 */
final class Ports {

    private Ports() {}

    static void connect(ChatGovernanceBuilder builder, ListableBeanFactory beans) {
        if (has(beans, Outbound.class)) {
            ObjectProvider<Outbound> outbound = beans.getBeanProvider(Outbound.class);
            builder.outbound(message -> outbound.getObject().deliver(message));
        }
        if (has(beans, Notifier.class)) {
            ObjectProvider<Notifier> notifier = beans.getBeanProvider(Notifier.class);
            builder.notifier(notification -> notifier.getObject().notify(notification));
        }
        if (has(beans, OpeningHours.class)) {
            ObjectProvider<OpeningHours> hours = beans.getBeanProvider(OpeningHours.class);
            builder.hours((tenant, calendar, now) -> hours.getObject().at(tenant, calendar, now));
        }
        for (String name : names(beans, GovernanceListener.class)) {
            builder.listener(new LateListener(beans, name));
        }
    }

    private static boolean has(ListableBeanFactory beans, Class<?> type) {
        return !names(beans, type).isEmpty();
    }

    private static List<String> names(ListableBeanFactory beans, Class<?> type) {
        return Arrays.asList(beans.getBeanNamesForType(type, true, false));
    }
}
