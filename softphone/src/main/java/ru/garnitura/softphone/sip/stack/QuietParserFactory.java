package ru.garnitura.softphone.sip.stack;

import java.text.ParseException;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;

import ru.garnitura.softphone.call.Watchdog;

/// Parsers that keep to themselves what they stumbled over: JAIN-SIP writes the text of their exceptions into its 400.
public final class QuietParserFactory implements MessageParserFactory {

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        Watchdog watchdog = stack.getNetworkLayer() instanceof OwnNetworkLayer own ? own.watchdog() : new Watchdog();
        return new Quiet(new StringMsgParser(), watchdog);
    }

    private record Quiet(StringMsgParser parser, Watchdog watchdog) implements MessageParser {

        @Override
        public SIPMessage parseSIPMessage(byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
                throws ParseException {
            try {
                return parser.parseSIPMessage(message, readBody, strict, listener);
            } catch (ParseException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw syntax(e);
            } catch (RuntimeException | Error bug) {
                watchdog.caught(bug);
                throw syntax(bug);
            }
        }

        private static ParseException syntax(Throwable cause) {
            ParseException quiet = new ParseException("syntax", 0);
            quiet.initCause(cause);
            return quiet;
        }
    }
}
