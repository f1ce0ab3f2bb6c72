package com.luckyfunatic.storage.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The marks of a seal as a column: eight bytes each, the highest first. */
public final class MarksBytes {
    private MarksBytes() {}

    /** Returns {@code marks} as bytes. */
    public static byte[] of(List<Long> marks) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * Long.BYTES);
        marks.forEach(bytes::putLong);
        return bytes.array();
    }

    /** Returns the marks that {@code bytes} are. */
    public static List<Long> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Long> marks = new ArrayList<>(bytes.length / Long.BYTES);
        while (buffer.remaining() >= Long.BYTES) {
            marks.add(buffer.getLong());
        }
        return marks;
    }
}
