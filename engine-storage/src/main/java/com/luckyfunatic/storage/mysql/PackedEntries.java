package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts as one compressed document: each as its length in bytes and its UTF-8. */
final class PackedEntries {
    private PackedEntries() {}

    static byte[] pack(List<String> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                DataOutputStream out =
                        new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
            for (String entry : entries) {
                byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return packed.toByteArray();
    }

    static List<String> unpack(byte[] packed, int count) {
        List<String> entries = new ArrayList<>(count);
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            for (int i = 0; i < count; i++) {
                byte[] bytes = in.readNBytes(in.readInt());
                entries.add(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new StorageCorruptException("a batch of archived changes cannot be read", e);
        }
        return entries;
    }
}
