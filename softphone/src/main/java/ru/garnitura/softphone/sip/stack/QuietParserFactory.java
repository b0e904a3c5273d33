package ru.garnitura.softphone.sip.stack;

import java.text.ParseException;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/// Parsers that keep to themselves what they stumbled over: JAIN-SIP writes the text of their exceptions into its 400.
public final class QuietParserFactory implements MessageParserFactory {

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        return new Quiet(new StringMsgParser());
    }

    private record Quiet(StringMsgParser parser) implements MessageParser {

        @Override
        public SIPMessage parseSIPMessage(byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
                throws ParseException {
            try {
                return parser.parseSIPMessage(message, readBody, strict, listener);
            } catch (ParseException | IndexOutOfBoundsException | IllegalArgumentException e) {
                ParseException quiet = new ParseException("syntax", 0);
                quiet.initCause(e);
                throw quiet;
            }
        }
    }
}
