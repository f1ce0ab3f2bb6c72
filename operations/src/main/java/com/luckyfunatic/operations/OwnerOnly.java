package com.luckyfunatic.operations;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** How files are made that hold secrets: nobody but their owner can read them. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Returns what to make a file with; nothing where the file system has no such rights. */
    public static FileAttribute<?>[] attributes() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
