package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityPart;
import io.chatmgmt.conversation.QualityScore;
import java.util.List;

/** How good a conversation was, by a program. */
record QualityView(double score, QualityBand band, List<PartView> parts, String scorer) {

    /** One part of it, with the messages behind it. */
    record PartView(QualityPart part, double score, String basis, List<Integer> messages) {}

    static QualityView of(QualityScore score) {
        return new QualityView(
                score.score(),
                score.band(),
                score.parts().stream()
                        .map(each -> new PartView(each.part(), each.score(), each.basis(), each.messages()))
                        .toList(),
                score.scorer());
    }
}
