package org.tongxin.app.platform.backup;

import java.time.Instant;

/**
 * A backup in the folder of backups.
 *
 * @param name of the file
 * @param bytes its size
 * @param writtenAt real time
 */
public record BackupFile(String name, long bytes, Instant writtenAt) {}
