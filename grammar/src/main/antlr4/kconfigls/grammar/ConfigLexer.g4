// Configuration files of all dialects: .config, *_defconfig, fragments, prj.conf, sdkconfig. No construct spans
// two lines, and a line's first token says what the line is: so there is no parser grammar, and nothing to
// predict or to recover from. Nothing is skipped: the tokens concatenate to the text. What runs to the end of
// its line is taken there by ConfigLexerBase in one step, however long the line is.
lexer grammar ConfigLexer;

options { superClass = ConfigLexerBase; }

tokens { VALUE, TAIL }

NEWLINE : '\r'? '\n' ;
BLANK : [ \t]+ ;

// `# CONFIG_A is not set`; whatever follows is TAIL. Old programs take any character after the '#'.
NOT_SET : '#' ~[\r\n] ~[ \r\n]+ ' is not set' { tailFollows(); } ;
INCLUDE : '#' [ \t]* 'include' [ \t]* ('<' ~[>\r\n]* '>' | '"' ~["\r\n]* '"') { tailFollows(); } ;
COMMENT : '#' { toLineEnd(); } ;

// What stands before the first '=' of the line, blanks included; without a '=' it is the whole line.
KEY : ~[ \t\r\n#=] { toEquals(); } ;
CR : '\r' ;
EQUALS : '=' { valueFollows(); } ;
