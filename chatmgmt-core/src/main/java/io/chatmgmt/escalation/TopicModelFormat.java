package io.chatmgmt.escalation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a model, format 2, big-endian: the word "CMTM" and the format; the topics; floor, margin, lead and base of
 * the surety; the biases; the features in the order of their hashes, each with hash, rarity, scale, and the number of its
 * weights; the topic and level of each weight; a CRC-32 of all that.
 */
final class TopicModelFormat {

    private static final int MAGIC = 0x434D544D;
    private static final int FORMAT = 2;

    private TopicModelFormat() {}

    static void write(TrainedTopics model, OutputStream target) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(target, 1 << 16), new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeInt(model.topics().size());
        for (String topic : model.topics()) {
            out.writeUTF(topic);
        }
        TopicSurety surety = model.surety();
        out.writeFloat(surety.floor());
        out.writeDouble(surety.margin());
        out.writeDouble(surety.lead());
        out.writeDouble(surety.base());
        TopicWeights weights = model.weights();
        for (float bias : weights.biases) {
            out.writeFloat(bias);
        }
        TopicVocabulary vocabulary = model.vocabulary();
        out.writeInt(vocabulary.size());
        for (int row = 0; row < vocabulary.size(); row++) {
            out.writeInt(vocabulary.hash(row));
            out.writeFloat(vocabulary.rarity(row));
            out.writeFloat(weights.scales[row]);
            out.writeShort(weights.starts[row + 1] - weights.starts[row]);
        }
        for (short topic : weights.topics) {
            out.writeShort(topic);
        }
        out.write(weights.levels);
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    static TrainedTopics read(InputStream source) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(source, 1 << 16), new CRC32());
        DataInputStream in = new DataInputStream(checked);
        try {
            if (in.readInt() != MAGIC) {
                throw new TopicModelException("is not a topic model");
            }
            int format = in.readInt();
            if (format != FORMAT) {
                throw new TopicModelException("has format " + format + ", this release reads format " + FORMAT);
            }
            TrainedTopics model = content(in);
            long computed = checked.getChecksum().getValue();
            require(in.readLong() == computed, "its checksum differs");
            require(in.read() < 0, "something follows its end");
            return model;
        } catch (EOFException e) {
            throw new TopicModelException("is cut off");
        } catch (UTFDataFormatException e) {
            throw new TopicModelException("is damaged: a topic is no text");
        }
    }

    private static TrainedTopics content(DataInputStream in) throws IOException {
        int count = in.readInt();
        require(count > 0 && count <= TrainedTopics.MAX_TOPICS, count + " topics");
        List<String> topics = new ArrayList<>();
        for (int topic = 0; topic < count; topic++) {
            String code = in.readUTF();
            require(topic == 0 || code.compareTo(topics.get(topic - 1)) > 0, "its topics are not in order");
            topics.add(code);
        }
        TopicSurety surety = new TopicSurety(number(in), in.readDouble(), in.readDouble(), in.readDouble());
        require(Double.isFinite(surety.score(0, 0) + surety.margin() + surety.lead()), "a number is none");
        float[] biases = new float[count];
        for (int topic = 0; topic < count; topic++) {
            biases[topic] = number(in);
        }
        int features = in.readInt();
        require(features >= 0 && features <= TopicTraining.MAX_FEATURES, features + " features");
        int[] hashes = new int[features];
        float[] rarities = new float[features];
        float[] scales = new float[features];
        int[] starts = new int[features + 1];
        for (int row = 0; row < features; row++) {
            hashes[row] = in.readInt();
            rarities[row] = number(in);
            scales[row] = number(in);
            int size = in.readUnsignedShort();
            require(size <= count, "a feature has " + size + " weights");
            require(row == 0 || hashes[row] > hashes[row - 1], "its features are not in order");
            starts[row + 1] = Math.addExact(starts[row], size);
        }
        TopicWeights weights = weights(in, starts, scales, biases);
        return new TrainedTopics(topics, new TopicVocabulary(hashes, rarities), weights, surety);
    }

    private static TopicWeights weights(DataInputStream in, int[] starts, float[] scales, float[] biases)
            throws IOException {
        short[] topics = new short[starts[starts.length - 1]];
        for (int entry = 0; entry < topics.length; entry++) {
            topics[entry] = in.readShort();
            require(topics[entry] >= 0 && topics[entry] < biases.length, "a weight of no topic");
        }
        byte[] levels = new byte[topics.length];
        in.readFully(levels);
        return new TopicWeights(starts, topics, levels, scales, biases);
    }

    private static float number(DataInputStream in) throws IOException {
        float number = in.readFloat();
        require(Float.isFinite(number), "a number is none");
        return number;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new TopicModelException("is damaged: " + reason);
        }
    }
}
