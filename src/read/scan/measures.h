#ifndef TABULARIUM_READ_SCAN_MEASURES_H_
#define TABULARIUM_READ_SCAN_MEASURES_H_

namespace tabularium {

// Lengths on paper, in inches, of what is looked for on a scan; brightness where paper is 255. Found on scans of tools/scanning
// (seeds other than those that tests use), by cells right of those there are.
inline constexpr float kWorkDots = 300;        // pixels an inch that are worth having; finer pictures are made smaller
inline constexpr float kCoarseDots = 150;      // enough for rules and blocks
inline constexpr float kLeastDots = 60, kMostDots = 1300;  // a file that claims others is not believed

inline constexpr float kRuleWindow = 0.2f;     // rules are smoothed over this length: gaps up to half of it close
inline constexpr float kRuleSide = 0.034f;     // paper beside a rule is looked for so far from its middle
inline constexpr float kLeastRun = 0.1f;       // shorter runs of a rule are noise
inline constexpr float kRuleStep = 0.014f;     // runs of one rule drift so far from row to row
inline constexpr float kLeastRule = 0.3f;      // a rule that meets no other is at least so long
inline constexpr float kLongRule = 1.2f;       // rules that say what is straight, and how dark rules are
inline constexpr float kGap = 0.15f;           // of a broken rule
inline constexpr float kMeet = 0.03f;          // a rule that ends so near to another meets it
inline constexpr float kLeastCover = 0.7f;     // of a rule is dark; of letters in a row less
inline constexpr float kSameRule = 0.035f;     // rules so near to each other are one (double rules, thick rules)
inline constexpr float kLeastTableWidth = 0.6f, kLeastTableHeight = 0.13f;  // smaller ones are letters: 口, 田
inline constexpr float kLeastCell = 0.07f;     // no cell is narrower or lower
inline constexpr int kSolidContrast = 75;      // of a rule with its sides, smoothed: black rules, or nearly
inline constexpr int kFaintContrast = 14;      // grey rules, and what looks like them

inline constexpr float kRuleEdge = 0.009f;     // what blurring makes of a rule on each side
inline constexpr float kThick = 0.12f;         // ink thicker than this is no letter: borders, holes, pictures
inline constexpr float kSpeck = 0.0126f;       // side of what is no ink at all,
inline constexpr float kDirt = 0.03f;          // and of what is none unless letters are near:
inline constexpr float kDirtReach = 0.08f;     // so near
inline constexpr float kEm = 0.146f;           // 10.5 points, the usual size of letters
inline constexpr float kStrokeGap = 0.03f;     // wider than gaps within most letters
inline constexpr float kLetterGap = 0.055f;    // wider than gaps between letters, narrower than those between lines

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_MEASURES_H_
