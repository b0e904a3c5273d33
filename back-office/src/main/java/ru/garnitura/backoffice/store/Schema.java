package ru.garnitura.backoffice.store;

import java.util.List;

/// The tables, in SQL that H2 and PostgreSQL both take. Times are epoch milliseconds.
final class Schema {
    static final int VERSION = 2;

    static final List<String> STATEMENTS = List.of(
            "CREATE TABLE IF NOT EXISTS counter(id VARCHAR(60) PRIMARY KEY, n BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS setting(id VARCHAR(60) PRIMARY KEY, content VARCHAR NOT NULL)",
            """
            CREATE TABLE IF NOT EXISTS operator(id VARCHAR(20) PRIMARY KEY, login VARCHAR(60) NOT NULL UNIQUE,
                name VARCHAR(120) NOT NULL, roles VARCHAR(200) NOT NULL, queues VARCHAR(400) NOT NULL,
                password VARCHAR(400) NOT NULL, sip_user VARCHAR(60) NOT NULL, sip_password VARCHAR(60) NOT NULL,
                state VARCHAR(20) NOT NULL, reason VARCHAR(40), voice BOOLEAN NOT NULL, chat BOOLEAN NOT NULL,
                since BIGINT NOT NULL, missed INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS sign_in(id VARCHAR(40) PRIMARY KEY, operator VARCHAR(20) NOT NULL,
                device VARCHAR(80) NOT NULL, at BIGINT NOT NULL, revoked BOOLEAN NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS token(hash VARCHAR(64) PRIMARY KEY, sign_in VARCHAR(40) NOT NULL,
                kind VARCHAR(10) NOT NULL, expires BIGINT NOT NULL, rotated BIGINT)""",
            "CREATE INDEX IF NOT EXISTS token_expires ON token(expires)",
            """
            CREATE TABLE IF NOT EXISTS article(id VARCHAR(60) PRIMARY KEY, seq BIGINT NOT NULL UNIQUE,
                deleted BOOLEAN NOT NULL, changed BIGINT NOT NULL, content VARCHAR NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS article_feedback(id BIGINT PRIMARY KEY, article VARCHAR(60) NOT NULL,
                kind VARCHAR(20) NOT NULL, operator VARCHAR(20) NOT NULL, at BIGINT NOT NULL,
                content VARCHAR NOT NULL)""",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS editor VARCHAR(20)",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS asked BIGINT",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS title VARCHAR(500)",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS section VARCHAR(2000)",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS search VARCHAR",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS expires BIGINT",
            """
            CREATE TABLE IF NOT EXISTS article_revision(article VARCHAR(60) NOT NULL, seq BIGINT NOT NULL,
                deleted BOOLEAN NOT NULL, changed BIGINT NOT NULL, editor VARCHAR(20), content VARCHAR NOT NULL,
                PRIMARY KEY(article, seq))""",
            "CREATE INDEX IF NOT EXISTS article_feedback_of ON article_feedback(kind, article)",
            """
            CREATE TABLE IF NOT EXISTS feedback_answer(feedback BIGINT PRIMARY KEY, answer VARCHAR(20) NOT NULL,
                operator VARCHAR(20) NOT NULL, at BIGINT NOT NULL, note VARCHAR(1000))""",
            """
            CREATE TABLE IF NOT EXISTS blob(hash VARCHAR(64) PRIMARY KEY, bytes BIGINT NOT NULL,
                type VARCHAR(120) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS customer(id VARCHAR(20) PRIMARY KEY, rev BIGINT NOT NULL,
                name VARCHAR(200) NOT NULL, search VARCHAR NOT NULL, last_at BIGINT NOT NULL,
                content VARCHAR NOT NULL, locked VARCHAR NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS customer_last ON customer(last_at, id)",
            """
            CREATE TABLE IF NOT EXISTS customer_phone(number VARCHAR(20) NOT NULL, customer VARCHAR(20) NOT NULL,
                PRIMARY KEY(number, customer))""",
            """
            CREATE TABLE IF NOT EXISTS customer_note(id VARCHAR(20) PRIMARY KEY, customer VARCHAR(20) NOT NULL,
                text VARCHAR(4000) NOT NULL, at BIGINT NOT NULL, operator VARCHAR(20) NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS customer_note_of ON customer_note(customer, at)",
            """
            CREATE TABLE IF NOT EXISTS interaction(id VARCHAR(60) PRIMARY KEY, customer VARCHAR(20),
                channel VARCHAR(20) NOT NULL, direction VARCHAR(3) NOT NULL, at BIGINT NOT NULL,
                ended BIGINT NOT NULL, wait INTEGER NOT NULL, talk INTEGER NOT NULL, hold INTEGER NOT NULL,
                transfers INTEGER NOT NULL, operator VARCHAR(20), queue VARCHAR(40), topic VARCHAR(60),
                result VARCHAR(20) NOT NULL, summary VARCHAR(4000) NOT NULL, session VARCHAR(40),
                transcript VARCHAR)""",
            "CREATE INDEX IF NOT EXISTS interaction_of ON interaction(customer, at, id)",
            """
            CREATE TABLE IF NOT EXISTS recording(interaction VARCHAR(60) NOT NULL, blob VARCHAR(64) NOT NULL,
                seconds INTEGER NOT NULL, started BIGINT NOT NULL, complete BOOLEAN NOT NULL,
                operator VARCHAR(20) NOT NULL, PRIMARY KEY(interaction, blob))""",
            "ALTER TABLE recording ADD COLUMN IF NOT EXISTS bytes BIGINT DEFAULT 0 NOT NULL",
            "ALTER TABLE recording ADD COLUMN IF NOT EXISTS arrived BIGINT",
            "ALTER TABLE recording ADD COLUMN IF NOT EXISTS told BIGINT DEFAULT 0 NOT NULL",
            "CREATE INDEX IF NOT EXISTS recording_of ON recording(operator)",
            """
            CREATE TABLE IF NOT EXISTS audit(id BIGINT PRIMARY KEY, at BIGINT NOT NULL, operator VARCHAR(20) NOT NULL,
                what VARCHAR(40) NOT NULL, entity VARCHAR(60) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS action(action_key VARCHAR(60) PRIMARY KEY, device VARCHAR(80) NOT NULL,
                n BIGINT NOT NULL, operator VARCHAR(20) NOT NULL, hash VARCHAR(64) NOT NULL,
                answer VARCHAR NOT NULL, at BIGINT NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS action_at ON action(at)",
            "CREATE INDEX IF NOT EXISTS action_of ON action(device, n)",
            "CREATE TABLE IF NOT EXISTS device(id VARCHAR(80) PRIMARY KEY, acked BIGINT NOT NULL)",
            """
            CREATE TABLE IF NOT EXISTS session(id VARCHAR(40) PRIMARY KEY, token VARCHAR(64) NOT NULL UNIQUE,
                token_until BIGINT NOT NULL, channel VARCHAR(20) NOT NULL, state VARCHAR(12) NOT NULL,
                owner VARCHAR(20), owner_epoch BIGINT NOT NULL, rev BIGINT NOT NULL, queue VARCHAR(40) NOT NULL,
                customer VARCHAR(20), name VARCHAR(120) NOT NULL, phone VARCHAR(20), language VARCHAR(5) NOT NULL,
                opened BIGINT NOT NULL, assigned BIGINT, waiting_since BIGINT, offer_until BIGINT,
                last_seq BIGINT NOT NULL, customer_delivered BIGINT NOT NULL, customer_read BIGINT NOT NULL,
                operator_delivered BIGINT NOT NULL, operator_read BIGINT NOT NULL, last_text VARCHAR(4000))""",
            "CREATE INDEX IF NOT EXISTS session_state ON session(state, waiting_since)",
            "CREATE INDEX IF NOT EXISTS session_owner ON session(owner, state)",
            """
            CREATE TABLE IF NOT EXISTS session_event(session VARCHAR(40) NOT NULL, seq BIGINT NOT NULL,
                kind VARCHAR(10) NOT NULL, event_key VARCHAR(60), author VARCHAR(20) NOT NULL, name VARCHAR(120),
                text VARCHAR(4000), detail VARCHAR(20), upto BIGINT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY(session, seq), UNIQUE(session, event_key))""",
            """
            CREATE TABLE IF NOT EXISTS inbox(operator VARCHAR(20) NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL,
                content VARCHAR NOT NULL, PRIMARY KEY(operator, seq))""",
            """
            CREATE TABLE IF NOT EXISTS resume(operator VARCHAR(20) PRIMARY KEY, hash VARCHAR(64) NOT NULL,
                device VARCHAR(80) NOT NULL)""");

    private Schema() {}
}
