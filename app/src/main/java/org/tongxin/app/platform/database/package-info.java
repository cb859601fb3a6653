/**
 * The district's database: PostgreSQL 18 started beside the application from published binaries, or an external server
 * when {@code spring.datasource.url} names one. Hidden: other modules see only the {@code DataSource}.
 *
 * <p>What always holds: one running instance per data folder; {@code fsync} is on; the server listens on loopback alone
 * and wants a password; Chinese sorts by pinyin and has trigrams; a start after any kind of death recovers by itself.
 */
package org.tongxin.app.platform.database;
