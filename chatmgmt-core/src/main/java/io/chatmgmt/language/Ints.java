package io.chatmgmt.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers in the library's resources: how many, then all of them at once, big-endian. */
final class Ints {

    private Ints() {}

    /** In one go: one number after the other would take most of a first message's time. */
    static int[] read(DataInput in) throws IOException {
        int[] ints = new int[in.readInt()];
        byte[] bytes = new byte[Integer.BYTES * ints.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
        return ints;
    }

    static void write(int[] ints, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * ints.length);
        bytes.asIntBuffer().put(ints);
        out.writeInt(ints.length);
        out.write(bytes.array());
    }
}
