#ifndef TABULARIUM_TABULATE_PRICES_H_
#define TABULARIUM_TABULATE_PRICES_H_

#include <cstddef>
#include <cstdint>

// Every number that table finding rests on. Lengths are points where the name ends in nothing (see kUsualSize),
// and parts of the font size where it ends in Em. Set on public documents by trial, except where a
// source is named.
namespace tabularium::sheet {

// Hostile pages.
inline constexpr size_t kMostWords = 200'000;
inline constexpr size_t kMostRulings = 20'000;  // of each direction, after joining
inline constexpr size_t kMostFills = 100'000;
inline constexpr float kFarthest = 1e5f;  // points from the page's corner
inline constexpr size_t kMostCrossings = 4'000'000;
inline constexpr uint32_t kFormRows = 4;       // a frame of so many drawn rows may be a form
inline constexpr float kFormRowLines = 5;      // … or one of rows this high, in letters
inline constexpr float kFullPart = 0.8f;       // of a cell's width that a full line takes at least,
inline constexpr float kFullRoomEm = 3;        // … or what it leaves at most, padding and all
inline constexpr float kMostPadding = 6;       // points between a wall and a text, though no line of the table reaches there
inline constexpr float kOneLetterEm = 1.3f;    // no two letters are so narrow
inline constexpr float kLetterEm = 0.7f;       // of their size that letters take at most, mostly
inline constexpr size_t kFullLines = 8;        // of so many lines of a text one may end a paragraph
inline constexpr uint32_t kMostRows = 60'000;  // of a table: spans are 16 bits
inline constexpr size_t kMostFaces = 200'000;  // rows times columns of one frame

// Rulings.
inline constexpr float kSameRule = 1.2f;   // two strokes are one line
inline constexpr float kRuleGap = 3.0f;    // a line may be broken this far
inline constexpr float kTouch = 3.0f;      // a line that ends this far from another meets it
inline constexpr float kDouble = 4.5f;     // lines this near are a double line: one border
inline constexpr float kWallCover = 0.6f;  // of a cell's side that is drawn: a wall
inline constexpr float kOverhang =
    8.0f;  // lines running this far beyond the last crossing line leave a cell open

inline constexpr float kBesidePart = 0.3f;  // of a frame's width: words so far left of it may be its open first column
inline constexpr size_t kStripWalls = 3;  // lines down of one height that meet none across: a row
inline constexpr size_t kStripWallsTold = 2;  // … where a frame that is open at both sides stands next to them
inline constexpr float kStripApart = 30;  // … no farther than that: a line of text and the space around it
inline constexpr float kLeastFillGap = 0.4f;  // filled areas this far apart leave a line white
inline constexpr float kSameFill = 3.0f;  // filled areas whose sides differ less are of one width
inline constexpr float kMostFillGap = 4.0f;
inline constexpr float kShortestRule = 4.0f;
inline constexpr float kBarReachEm = 0.4f;  // a typed bar reaches towards the lines above and below
inline constexpr int kStrokeLetters =
    4;  // so many typed dots or dashes in a row are a leader or a line

// Lines of text.
inline constexpr float kUsualSize = 9;  // of letters: a page is scaled to it where most
inline constexpr float kLeastSize = 6;  // are smaller than this
inline constexpr float kMostSize = 14;  // or larger than this
inline constexpr float kMarkSize = 0.85f;  // times the size of a number: a raised figure behind it is smaller
inline constexpr float kJoinedEm = 0.08f;  // words nearer than this are written without a blank
inline constexpr float kSameLine =
    0.5f;  // of the lower token's height that two tokens share on one line
inline constexpr float kRunEm = 0.9f;            // a wider gap ends a run of words
inline constexpr float kHanWord = 0.5f;          // of a word is a Han letter
inline constexpr float kNumbersApartEm = 0.45f;  // numbers this far apart are two cells
inline constexpr float kCurrencyEm = 8;      // a currency at most so far from its figure
inline constexpr float kPercentEm = 2;       // and a percent sign
inline constexpr float kSameBaseEm = 0.15f;  // on one baseline
inline constexpr size_t kFewGaps = 4;
inline constexpr float kSpaceTimes =
    1.3f;  // the widest ordinary blank, times the lower quartile of them
inline constexpr float kSpaceMostEm = 0.75f;
inline constexpr float kSpaceEm = 0.34f;  // gaps up to here say nothing about columns

// Text that goes on below the foot of its frame.
inline constexpr float kOverflowLines = 6;
inline constexpr float kOverflowPitch = 1.7f;     // times the letters: lines of one cell are no farther apart
inline constexpr float kOverflowSame = 0.12f;     // sizes and pitches differ by no greater part
inline constexpr float kOverflowCut = 0.4f;     // of a scanned line's height, which the frame's rule may have taken where it stands
inline constexpr float kOverflowCutPitch = 0.2f;  // by which its baseline may be off
inline constexpr float kOverflowTouchEm = 0.25f;  // no lower than so
inline constexpr float kOverflowAsideEm = 0.3f;   // its beginning or its middle lies no farther aside
inline constexpr float kOverflowClearEm = 2.2f;   // nothing else stands so near below
inline constexpr float kSpilledSame = 0.03f;      // of the pitch, by which lines of a cell too low for its text are off at most
inline constexpr float kSpilledEm = 0.2f;         // of a letter stands on each side of the rule that it is printed over,
inline constexpr float kSpilledOver = 0.3f;       // or stands over others
inline constexpr size_t kOverflowWords = 60;      // more words below a frame are no overflow

// Letters below one another.
inline constexpr size_t kMostUpright = 40;    // more letters are no label
inline constexpr float kOverprintedEm = 0.3f;  // of their size: letters that begin so near below others stand over them
inline constexpr float kOverprintedStep = 1.3f;  // … and no farther below the letter that they follow
inline constexpr float kSameSide = 0.3f;       // points between what begins at one x
inline constexpr float kUprightAside = 0.5f;  // of their size: letters of one column stand no farther aside
inline constexpr float kUprightStep = 1.12f;  // … and follow no farther below one another: lines are farther apart
inline constexpr float kUprightApart = 1.05f;  // times that step: the columns

// Text that stands out above its cell.
inline constexpr size_t kCutLines = 2;
inline constexpr float kCutEm = 0.6f;  // of its letters stand in the cell, or less

// Gutters: evidence for a column boundary at x, summed over lines.
inline constexpr float kGapMost = 1.0f;  // a gap of kGapFullEm or more
inline constexpr float kGapFullEm = 1.2f;
inline constexpr float kNumbersVote = 0.6f;    // a narrow gap between two numbers
inline constexpr float kCovered = 1.0f;        // a word of a line with several runs stands there
inline constexpr float kCoveredAlone = 0.15f;  // a word of a line with one run stands there
inline constexpr float kTightVote = -0.5f;     // an ordinary blank between two words of a line
inline constexpr int kMostPasses = 16;
inline constexpr float kFewLines = 4;  // with more lines, a word alone is no column

inline constexpr size_t kMostColumns = 300;
inline constexpr float kLeastLines =
    1.8f;  // lines that must speak for a gutter where nothing is drawn,
inline constexpr float kLeastOfFew = 0.9f;  // or of those with several runs where they are few,
inline constexpr float kLeastPart = 0;      // or of all lines
inline constexpr float kMostCovered = 0.34f;
inline constexpr float kLeastLinesDrawn = 2.5f;  // the same within a column that rules draw
inline constexpr float kLeastPartDrawn = 0.5f;
inline constexpr float kMostCoveredDrawn = 0.1f;
inline constexpr float kInsetEm = 0.15f;  // a word may reach this far over a border

// Rows: the price of joining a line to the row above; it joins where the sum is above 0.
inline constexpr float kJoinStart = -0.8f;
inline constexpr float kJoinNumbers = -5;         // a number below a number
inline constexpr float kJoinNumberBelow = -1.5f;  // a number below a text
inline constexpr float kJoinNewColumn = -0.6f;    // a column that the row above leaves blank
inline constexpr float kJoinLower = 1.3f;         // it begins with a small letter
inline constexpr float kLowerPart = 0.85f;        // of first cells: such letters say nothing
inline constexpr float kJoinBoldness = -1.0f;     // bold below plain or the other way round
inline constexpr float kJoinFits = -0.8f;  // its first word would have fitted on the line above
inline constexpr float kJoinFull = 0.6f;   // it would not
inline constexpr float kJoinFirstBoth = -0.6f;  // both have a first cell
inline constexpr float kJoinFirstBlank = 1.0f;  // only the row above has
inline constexpr float kJoinHanging = 1.0f;     // a text alone, to the right of its row's label
inline constexpr float kJoinFar = -2.0f;        // it stands farther away than lines mostly do
inline constexpr float kJoinNear = 0.8f;        // it stands near, and others don't
inline constexpr float kJoinNearFull = 0.6f;    // and all of it below full lines
inline constexpr float kJoinOverlap = 3.0f;     // its letters reach into the line above
inline constexpr float kOverlapEm = 0.85f;
inline constexpr float kFarPitch = 1.25f;   // times the near pitch
inline constexpr float kCentredEm = 0.25f;   // of the letters: middles of one row's cells differ by less,
inline constexpr float kCentredPitch = 1.7f;  // lines of one cell are no farther apart,
inline constexpr uint32_t kCentredLines = 12;  // and no cell has more;
inline constexpr uint32_t kCentredMargin = 4;  // lines before and behind that are no such rows
inline constexpr size_t kCentredRows = 2;     // rows that begin above their first cell tell that all are centred
inline constexpr float kRowStepEm = 0.06f;  // rows stand at least so much farther apart than lines of one cell
inline constexpr size_t kSeveralLong = 2;   // rows of several lines: one may be a head that stands near
inline constexpr float kStripPitch = 1.6f;  // a white strip between two rows
inline constexpr float kMixedPart = 0.2f;   // of the lines that stand far from the one above
inline constexpr float kRaggedPart = 0.3f;  // of the columns end before the last line: wrapped cells of one row
inline constexpr float kFitsPart = 0.97f;
inline constexpr float kNumericPart = 0.4f;  // of the lines have mostly numbers: a table of numbers

// Headings.
inline constexpr float kOwnColumnEm =
    0.4f;  // a heading this near to its column's place is of it alone
inline constexpr float kSpan = 0.2f;        // the price of several columns below a heading, beside how far it is from their middle
inline constexpr float kUncovered = 0.2f;   // of a column with a heading below this line and none on it
inline constexpr float kHeadGoesOn = 1.0f;  // what is below begins with a small letter: the next line of one heading
inline constexpr float kNoPlace = 100;    // the price of two headings over one column
inline constexpr float kSpanSide = 0.4f;    // the same where it stands at their left or right side
inline constexpr float kApartRule = 0.6f;   // the price of a heading's next line below a rule,
inline constexpr float kApartWhite = 0.5f;  // farther below than lines of headings are, or narrower than its first where others begin,
inline constexpr float kApartNumber = 0.4f;  // or of a text below a number
inline constexpr float kApartPitch = 1.1f;   // times the pitch of a heading's lines
inline constexpr uint32_t kMostSpanned = 6;
inline constexpr size_t kOwnColumns = 3;  // so many headings, one a column, tell the columns by their order
inline constexpr size_t kMovedHeads = 3;  // in the first lines
inline constexpr uint32_t kMostHeadLines = 8;
inline constexpr float kUnderEm = 1.5f;  // a rule this far below a heading says what it spans
inline constexpr float kCentreEm =
    1.2f;  // a heading this near to the middle of several columns spans them

// Pages set in columns.
inline constexpr float kFullLine = 0.8f;   // of a column's width: a line of prose
inline constexpr float kProsePart = 0.5f;  // of the lines beside a gutter are full
inline constexpr float kProseLines = 5;    // and so many at least
inline constexpr float kMostCoveredPage = 0.5f;
inline constexpr float kBesideEm = 0.8f;   // lines of two columns stand no farther above one another
inline constexpr float kWidePart = 0.34f;  // of the lines between prose reach over a gutter: a table over both columns

// Tables beside others, or beside prose, as their rules tell.
inline constexpr size_t kMostDrawn = 64;
inline constexpr size_t kMostTried = 200;    // pairs of them: each costs a walk through the lines
inline constexpr size_t kMostPartings = 30;  // 64 bits tell the sides of all
inline constexpr float kProseFull = 0.6f;    // of the lines beside a table are full
inline constexpr size_t kProseTokens = 4;    // words in each
inline constexpr float kHeadLine = 26;       // two lines by which one of two heads may be higher

// Blocks: what a line is worth as a line of a table.
inline constexpr float kWorthNumbers = 1.0f;   // its gaps meet its neighbours', and it has numbers
inline constexpr float kWorthTexts = 0.5f;     // or texts only
inline constexpr float kWorthColumns = -0.6f;  // or long texts: prose in columns
inline constexpr float kWorthTextColumns = 0.2f;  // or long texts in three columns or more
inline constexpr float kWorthContinues = 0.0f;    // one run below a cell
inline constexpr float kWorthLoose = -0.4f;       // its gaps meet no others
inline constexpr float kWorthAlone = -0.3f;       // one short run
inline constexpr float kWorthProse = -6.0f;
inline constexpr float kWorthGap =
    -0.5f;  // for every em that it stands farther away than kGapLines
inline constexpr float kWorthClosed =
    -4.0f;  // it follows, at a distance, on a rule: the table is closed
inline constexpr float kClosedEm = 0.8f;
inline constexpr float kWorthLeast = 1.4f;  // of a block
inline constexpr float kGapLines = 3.2f;
inline constexpr float kMeetEm = 0.5f;  // gaps share this much
inline constexpr float kHangEm = 1.6f;  // the lines of a cell but the first may stand so far to the right
inline constexpr size_t kNeighbours = 3;
inline constexpr float kProseWords = 7;
inline constexpr float kProseWidth = 0.55f;  // of the page's text
inline constexpr float kProseWidthInside =
    0.75f;  // the same for runs that don't begin at the left margin
inline constexpr float kJustifiedEm = 0.15f;    // edges of justified lines differ by no more,
inline constexpr float kJustifiedTimes = 1.5f;  // nor the blanks of one line by a greater factor
inline constexpr float kMarginPart = 0.12f;
inline constexpr float kCellWords = 5;  // words a run where cells are texts
inline constexpr float kWideGapEm = 4;  // between two texts: a table rather than prose in columns
inline constexpr float kIndentEm = 1.0f;
inline constexpr float kHeadIndent = 0.1f;  // of the block's width
inline constexpr float kNextPitchEm = 1.4f;
inline constexpr float kHeadPitchEm = 1.8f;
inline constexpr float kEdgePart = 0.85f;  // of a block's width and a rule's length that they share
inline constexpr size_t kHeadRuleLines = 5;  // a head is underlined within so many lines
inline constexpr size_t kMostFootLines = 6;
inline constexpr size_t kMostCaptionLines = 4;
inline constexpr float kNoteSize = 0.92f;  // of the letters above: notes below a table
inline constexpr size_t kRowsCompared = 6;       // above and below a place where a second table may begin
inline constexpr size_t kLeastRowsCompared = 2;
inline constexpr size_t kRowsAbove = 4;          // of a table, and a rule set apart from them is none below its head
inline constexpr size_t kLinesCompared = 24;     // among so many lines
inline constexpr float kSameColumns = 0.4f;      // of the cells below stand where those above do: one table
inline constexpr float kRuledRowsPart = 0.8f;  // so many rules for a row: they stand between rows
inline constexpr float kRuleReachEm = 1.6f;

// Regions.
inline constexpr float kFullRule = 0.9f;  // of the region's width: a rule that ends a band of rows

inline constexpr long kSidewaysWords = 8;    // so many words set sideways may be a table
inline constexpr size_t kRowsBeside = 3;     // figures below one another, each beside a line: rows that aren't drawn
inline constexpr long kRuledRows = 4;        // so many bands with text, and each may be a row

// Scores: log-odds.
inline constexpr float kScoreFrame = 0.0f;
inline constexpr float kScoreDrawn = 2.0f;  // times the part of the frame's sides that is drawn
inline constexpr float kScoreBlanks = -3.5f;
inline constexpr float kScoreNumeric = 2.5f;  // times the part of cells that are numbers or signs
inline constexpr float kScoreRules = 1.0f;
inline constexpr float kScoreFill = 5.0f;  // times the part of places that are filled, beyond
inline constexpr float kScoreFillFree = 0.5f;
inline constexpr float kScoreRealRows = 3.0f;   // times the part of rows with several cells, beyond
inline constexpr float kScoreTwoTexts = -2.5f;  // two columns, hardly a number and hardly a rule,
inline constexpr uint32_t kAddressRows = 4;     // or so few rows without a head: addresses beside each other
inline constexpr float kFewNumbers = 0.1f;
inline constexpr float kFewRules = 0.3f;
inline constexpr float kScoreContents = -6.0f;  // leaders to numbers that rise, or texts with numbers of pages
inline constexpr size_t kContentsDigits = 4;    // a page's number has no more
inline constexpr float kContentsRows = 6;       // without leaders, so many rows at least
inline constexpr float kContentsPart = 0.5f;    // of its rows have leaders,
inline constexpr float kContentsRising = 0.9f;  // and so many of their numbers don't fall
inline constexpr float kScoreOddSizes =
    -4.0f;  // times the part of words of another size than most, beyond
inline constexpr float kScoreOddFree = 0.15f;
inline constexpr float kSameSize = 0.15f;
inline constexpr float kScoreEmpty = -5.0f;  // a frame of very many cells, nearly all without text
inline constexpr float kManyCells = 60;
inline constexpr float kFilledPart = 0.2f;
inline constexpr float kScoreInk =
    -15.0f;  // where there are few numbers, times the part of lines that is text, beyond
inline constexpr float kScoreInkFree = 0.7f;
inline constexpr float kScoreTwoRows = -3.0f;
inline constexpr float kScoreScale = -3.0f;  // its only numbers are the scale of a chart
inline constexpr size_t kScaleMarks = 5;
inline constexpr float kScaleEm = 3;  // beside the bars, or
inline constexpr float kNamesEm = 2;  // above and below, stand words of the chart
inline constexpr size_t kBarSteps = 2;  // neighbours of other heights: a chart of bars
inline constexpr float kScoreOneColumn = -4.0f;  // only one column has two cells
inline constexpr float kScoreOneRow = -2.5f;
inline constexpr float kScoreRealFree = 0.5f;
inline constexpr float kScoreRows = 0.15f;    // for each row beyond two
inline constexpr float kScoreColumns = 0.3f;  // for each filled column beyond two
inline constexpr float kScoreAligned =
    1.5f;  // times the part of cells that stand at their column's place
inline constexpr float kScoreWords =
    -0.25f;  // for each word in a cell of text beyond kScoreWordsFree
inline constexpr float kScoreWordsFree = 4;
inline constexpr float kScoreTorn = -2.0f;   // times the part of lines that reach over gutters
inline constexpr float kScoreLines = -0.5f;  // for each line a row beyond one and a half
inline constexpr float kAlignedWithin = 2.0f;
inline constexpr float kRightBase = 0.0f;
inline constexpr float kRightDrawn = 3.0f;
inline constexpr float kRightAligned = 2.0f;
inline constexpr float kRightMixed = -0.5f;
inline constexpr float kRightTorn = -3.0f;

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_PRICES_H_
