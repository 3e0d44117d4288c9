// sdkconfig.rename of ESP-IDF: lines `CONFIG_OLD CONFIG_NEW` and `CONFIG_OLD !CONFIG_NEW`. The tokens
// concatenate to the text.
lexer grammar RenameLexer;

NEWLINE : '\r'? '\n' ;
BLANK : [ \t\r\f\u000B]+ ;
COMMENT : '#' ~[\n]* ;
NOT : '!' ;
WORD : [A-Za-z0-9_]+ ;
OTHER : . ;
