// Ways through text rows and form rows. First every text row is weighed against the few form rows it may be; then joins
// and splits are thought of where rows fit badly; then the cheapest way through all of it is taken.
//
// What a row costs with its cells moved is found out only where it may matter: until then its edge counts as free. A way
// without such edges that is the cheapest even so is the one that would be taken if all costs were known: at each of its
// rows the edges that tie in truth tie here too, and the one taken is the first of both. Tested by align_test.cc.
#include "align/walk.h"

#include <algorithm>

#include "align/costs.h"
#include "align/pairs.h"
#include "align/row.h"
#include "align/ways.h"
#include "text/furniture.h"
#include "text/sentence.h"

namespace tabularium {
namespace {

constexpr size_t kMostJoined = 12;      // rows that one row may be torn into
constexpr size_t kShortLine = 36;       // bytes; twelve Han letters
constexpr uint32_t kMostSplit = 60;     // cells of a line that may hold two rows
constexpr int32_t kPoorFit = 600;       // a row that fits no better may be two

class Walker {
 public:
  Walker(Rows* rows, std::span<const uint32_t> which, std::span<const uint8_t> allowed, Weighing weighing)
      : rows_(*rows), which_(which), allowed_(allowed), form_(*rows->form), n_(which.size()), m_(form_.rows.size()),
        weighing_(weighing) {}

  std::vector<Step> Run() {
    Claim();
    ClaimPairs();
    Weigh();
    Think();
    Ways ways(form_, LeftOut());
    std::vector<int32_t> skips;
    for (size_t i = 0; i < n_; ++i) skips.push_back(SkipCost(i));
    for (int tries = 0;; ++tries) {
      std::vector<Step> steps = StepsOf(ways.Find(skips, edges_, extra_));
      if (taken_open_.empty()) return steps;
      for (uint32_t i : taken_open_) Settle(i);
      for (size_t i = 0; tries > 0 && i < n_; ++i) Settle(i);
    }
  }

 private:
  const TextRow& text(size_t i) const { return rows_.rows[which_[i]]; }

  // Form rows whose printed wordings some text row holds.
  void Claim() {
    claimed_.assign(m_, 0);
    open_.assign(m_, 0);
    for (uint16_t k : form_.open_rows) open_[k] = form_.rows[k].squares.size() > 1;
    for (size_t i = 0; i < n_; ++i)
      for (const Element& e : rows_.of(text(i)))
        if (e.word != kNoWord && form_.prints[static_cast<size_t>(e.word)])
          for (uint16_t k : form_.rows_of_word[static_cast<size_t>(e.word)]) claimed_[k] = 1;
  }

  // A short line of one cell that is no value of any type: a heading, a seal, a remark; or a remark beside its heading. It
  // stands for no row of several slots, whatever the form would take there.
  bool IsLone(const TextRow& row) const {
    const Element& e = rows_.of(row).back();
    if ((row.texts == 2 && BeginsWithNote(row)) || IsSigned(rows_, row)) return true;
    if (row.cells > 1 || e.word != kNoWord || e.prefix != kNoWord) return false;
    std::string_view line = e.piece.text();
    return (e.shapes == 0 && line.size() < kShortLine) || LooksLikeFurniture(line);
  }

  // Finds the rows that are a label with the value of some slot, and the form rows of those slots where both are a line by
  // themselves: what else such a row draws may be so too.
  void ClaimPairs() {
    paired_.assign(m_, 0);
    pairs_.assign(n_, kNoPair);
    for (size_t i = 0; i < n_; ++i) {
      const auto pair = PairOf(rows_, text(i));
      if (!pair) continue;
      for (const LabelledSlot& at : SlotsOf(form_, pair->label)) {
        pairs_[i] = pair->in_cell ? kPairInCell : kPair;
        if (pair->in_cell) paired_[static_cast<size_t>(at.form_row)] = 1;
      }
    }
  }

  // What stands at the edge of a page is no row whose label is missing.
  bool IsEdgeOfPage(const TextRow& row) const {
    if (row.cells != 1) return false;
    const std::string_view line = rows_.of(row).back().piece.text();
    return LooksLikeFurniture(line) || LooksLikePageNumber(line);
  }

  static bool IsHeadingOfNote(const Element& e) { return e.word == kNoWord && IsNoteHeading(e.piece.text()); }

  // 备注 | 本行由系统生成: a remark beside its heading.
  bool BeginsWithNote(const TextRow& row) const {
    for (const Element& e : rows_.of(row))
      if (!e.blank()) return IsHeadingOfNote(e);
    return false;
  }

  void Consider(size_t i, size_t k) {
    if (!allowed_[k] || considered_[k] == i + 1 || (lone_ && open_[k])) return;
    considered_[k] = i + 1;
    const int32_t cost = CostAsItStands(rows_, text(i), static_cast<int>(k));
    const bool open = cost > costs::kTieMargin && weighing_ == Weighing::kWhereNeeded;
    edges_.push_back({static_cast<uint32_t>(i), 1, 0, static_cast<int16_t>(k), -1, 0, text(i), Step::kPlain, cost, true});
    if (open) {
      open_edges_[i] = 1;
    } else {
      SettleEdge(&edges_.back());
    }
  }

  void SettleEdge(Edge* edge) {
    edge->open = false;
    edge->cost = CostOf(rows_, edge->row, edge->form_row, edge->as_it_stands);
    least_[edge->from] = std::min(least_[edge->from], edge->cost);
  }

  // Finds out the costs of all form rows that the text row was weighed against. REQUIRES: its edges are all there.
  void Settle(size_t i) {
    if (!open_edges_[i]) return;
    open_edges_[i] = 0;
    for (uint32_t e = first_edge_[i]; e < EndOfEdges(i); ++e)
      if (edges_[e].open) SettleEdge(&edges_[e]);
  }

  uint32_t EndOfEdges(size_t i) const {
    return i + 1 < first_edge_.size() ? first_edge_[i + 1] : static_cast<uint32_t>(edges_.size());
  }

  // The least cost of any form row, where it is more than `limit`; else it may be less than that.
  int32_t Least(size_t i, int32_t limit) {
    if (least_[i] > limit) Settle(i);
    return least_[i];
  }

  void ConsiderWord(size_t i, WordId word) {
    if (word == kNoWord) return;
    for (uint16_t k : form_.rows_of_word[static_cast<size_t>(word)]) Consider(i, k);
  }

  void Weigh() {
    least_.assign(n_, costs::kNever);
    open_edges_.assign(n_, 0);
    considered_.assign(m_, 0);
    in_note_.assign(n_, 0);
    first_edge_.reserve(n_ + 1);
    edges_.reserve(2 * n_);
    for (size_t i = 0; i < n_; ++i) {
      first_edge_.push_back(static_cast<uint32_t>(edges_.size()));
      if (text(i).kind == TextRow::kTitle) continue;
      if (text(i).cells == 1)
        in_note_[i] = (i > 0 && in_note_[i - 1]) || IsHeadingOfNote(rows_.of(text(i)).back());
      lone_ = in_note_[i] || IsLone(text(i));
      for (const Element& e : rows_.of(text(i))) {
        ConsiderWord(i, e.word);
        ConsiderWord(i, e.prefix);
      }
      if (Least(i, 0) == 0 || pairs_[i] == kPairInCell) continue;
      for (uint16_t k : form_.open_rows) Consider(i, k);
      if (text(i).texts > 2 && Least(i, costs::kWording) <= costs::kWording) continue;  // a text, or two, may be a misspelt label with its value
      if (IsEdgeOfPage(text(i))) continue;
      for (size_t k = 0; k < m_; ++k)
        if (!claimed_[k]) Consider(i, k);
    }
    first_edge_.push_back(static_cast<uint32_t>(edges_.size()));
  }

  // ── Joins and splits ──

  void Think() {
    widest_ = 0;
    for (size_t k = 0; k < m_; ++k)
      if (allowed_[k]) widest_ = std::max<size_t>(widest_, form_.rows[k].squares.size());
    widest_ = std::max<size_t>(widest_, CommonWidth());
    if (n_ > 0 && Sharing(CommonWidth()) * 3 >= n_) full_ = CommonWidth();
    else full_ = widest_;
    for (size_t i = 0; i + 1 < n_; ++i) ThinkJoin(i);
    for (size_t i = 0; i < n_; ++i) ThinkSplit(i);
    std::stable_sort(extra_.begin(), extra_.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
  }

  // The number of cells that most rows have.
  uint32_t CommonWidth() {
    if (!widths_.empty()) return common_;
    widths_.assign(kMostSplit + 1, 0);
    for (size_t i = 0; i < n_; ++i) ++widths_[std::min(text(i).cells, kMostSplit)];
    common_ = static_cast<uint32_t>(std::max_element(widths_.begin() + 1, widths_.end()) - widths_.begin());
    return common_;
  }

  size_t Sharing(uint32_t width) const { return widths_[width]; }

  bool MayTear(size_t i) const {
    const TextRow& row = text(i);
    if (row.kind != TextRow::kCells || row.repeats >= 0 || in_note_[i] || IsSigned(rows_, row)) return false;
    if (IsRunningHead(rows_, row, i > 0 ? &text(i - 1) : nullptr, i + 1 < n_ ? &text(i + 1) : nullptr)) return false;
    const std::string_view text = rows_.of(row).back().piece.text();
    return row.texts > 1 || !(LooksLikeFurniture(text) || (row.cells == 1 && LooksLikePageNumber(text)));
  }

  void ThinkJoin(size_t i) {
    if (text(i).cells >= full_ || !MayTear(i) || Least(i + 1, 0) == 0) return;
    if (text(i).texts == text(i).cells && text(i).texts == 1 && Least(i, 0) == 0) return;
    size_t total = text(i).cells;
    for (size_t r = 2; r <= kMostJoined && i + r <= n_; ++r) {
      size_t last = i + r - 1;
      if (!MayTear(last) || Least(last, 0) == 0 || which_[last] != which_[i] + r - 1) return;
      total += text(last).cells;
      if (total - (r - 1) > full_) return;
      TryJoin(i, r, Seam::kWithinCell);
      if (total > r && total <= full_) TryJoin(i, r, Seam::kBetweenCells);
    }
  }

  void TryJoin(size_t i, size_t r, Seam seam) {
    if (seam == Seam::kWithinCell && HasBadSeam(i, r)) return;
    size_t elements = rows_.elements.size(), more = rows_.more.size();
    TextRow joined = Join(&rows_, which_[i], r, seam);
    bool may_be_records = true, used = false;
    for (size_t n = i; n < i + r; ++n) may_be_records = may_be_records && text(n).texts > 1;
    const int32_t price = seam == Seam::kBetweenCells && IsWhole(i, r) ? costs::kRowsCompleted : costs::kRowsJoined;
    for (size_t k = 0; k < m_; ++k) {
      if (!allowed_[k] || (open_[k] && pairs_[i] == kPairInCell) || !Shares(i, r, k)) continue;
      int32_t cost = CostUpTo(costs::kTextLost, rows_, joined, static_cast<int>(k));
      if (cost >= costs::kTextLost || (may_be_records && AreRecords(i, r, k))) continue;
      if (may_be_records && cost + price + costs::kTieMargin > CostAsRecords(i, r, k)) continue;
      extra_.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(r), cost + price,
                        static_cast<int16_t>(k), -1, 0, joined, Step::kJoined});
      used = true;
    }
    if (used) return;
    rows_.elements.resize(elements);
    rows_.more.resize(more);
  }

  // Rows that have as many cells together as a whole row, and of which all but the first begin with a text: hardly short
  // records by chance.
  bool IsWhole(size_t i, size_t r) const {
    size_t cells = 0;
    for (size_t n = i; n < i + r; ++n) {
      cells += text(n).cells;
      if (n > i && rows_.of(text(n)).front().blank()) return false;
    }
    return cells == full_;
  }

  // Each of the rows fills by itself, and well, all that a record says of its own: none was torn.
  bool AreRecords(size_t i, size_t r, size_t k) const {
    if (form_.rows[k].repeat < Row::kAny) return false;
    for (size_t n = i; n < i + r; ++n) {
      const Reading reading = ReadRow(rows_, text(n), static_cast<int>(k));
      if (reading.cost >= costs::kTextLost || !IsFilled(form_.rows[k], reading)) return false;
    }
    return true;
  }

  bool IsFilled(const Row& row, const Reading& reading) const {
    for (size_t c = 0; c < row.squares.size(); ++c) {
      if (row.squares[c].kind != Square::kSlot || form_.slots[static_cast<size_t>(row.squares[c].slot)].carries_down) continue;
      const Seat& seat = reading.seats[c];
      if (seat.element < 0 || seat.fit.kind != Fit::kExact || seat.fit.cost > costs::kWording) return false;
    }
    return true;
  }

  // What the rows cost if each is a record by itself: two short records are no torn one unless that is clearly cheaper.
  int32_t CostAsRecords(size_t i, size_t r, size_t k) const {
    if (form_.rows[k].repeat < Row::kAny) return costs::kNever;
    int64_t cost = 0;
    for (size_t n = i; n < i + r; ++n) cost += CostUpTo(costs::kNever, rows_, text(n), static_cast<int>(k));
    return static_cast<int32_t>(std::min<int64_t>(cost, costs::kNever));
  }

  // A known wording is never torn off a value or another known wording, nor a target off a target.
  bool HasBadSeam(size_t i, size_t r) const {
    constexpr uint16_t kValues = kLooksAmount | kLooksNumber | kLooksDate | kLooksTarget;
    for (size_t n = i + 1; n < i + r; ++n) {
      const TextRow &above = text(n - 1), &below = text(n);
      if (pairs_[n] == kPairInCell) return true;
      if (above.count < above.cells) continue;
      const Element &last = rows_.of(above).back(), &first = rows_.of(below).front();
      if (last.shapes & first.shapes & kLooksTarget) return true;
      const bool before = last.word != kNoWord, after = first.word != kNoWord;
      if ((before && after) || (after && ((last.shapes & kValues) || EndsSentence(last.piece.text()))) || (before && (first.shapes & kValues))) return true;
    }
    return false;
  }

  // Whether one of the rows was weighed against form row k, or k's wording is nowhere.
  bool Shares(size_t i, size_t r, size_t k) {
    if (!claimed_[k]) return true;
    for (size_t row = i; row < i + r; ++row) Settle(row);
    for (uint32_t e = first_edge_[i]; e < first_edge_[i + r]; ++e)
      if (edges_[e].form_row == static_cast<int16_t>(k) && edges_[e].cost < costs::kNever) return true;
    return false;
  }

  void ThinkSplit(size_t i) {
    const TextRow row = text(i);
    if (row.texts < 3 || row.cells > kMostSplit || least_[i] < kPoorFit || !MayTear(i)) return;
    if (Least(i, kPoorFit - 1) < kPoorFit || (row.count <= widest_ && !HasLabels(row))) return;
    std::vector<int16_t> candidates;
    for (uint32_t e = first_edge_[i]; e < first_edge_[i + 1]; ++e)
      if (edges_[e].cost < costs::kNever) candidates.push_back(edges_[e].form_row);
    for (uint16_t k : form_.open_rows)
      if (allowed_[k]) candidates.push_back(static_cast<int16_t>(k));
    for (uint32_t cut = 1; cut < row.count; ++cut) TrySplit(i, row, cut, candidates);
  }

  bool HasLabels(const TextRow& row) const {
    for (const Element& e : rows_.of(row))
      if (e.word != kNoWord && form_.prints[static_cast<size_t>(e.word)]) return true;
    return false;
  }

  // The dearest that half a line may be: a half without labels must fit nearly exactly, or anything could be a record.
  int32_t SplitLimit(const TextRow& half) const {
    if (HasLabels(half)) return costs::kPoorFitLimit;
    return half.texts >= 2 ? costs::kSplitRecordMost : 0;
  }

  void TrySplit(size_t i, const TextRow& row, uint32_t cut, const std::vector<int16_t>& candidates) {
    TextRow head = Slice(rows_, row, 0, cut), tail = Slice(rows_, row, cut, row.cells);
    if (head.texts == 0 || tail.texts == 0) return;
    for (int16_t a : candidates) {
      int32_t first = CostUpTo(SplitLimit(head), rows_, head, a);
      if (first >= SplitLimit(head)) continue;
      for (int16_t b : candidates) {
        bool repeats = form_.rows[static_cast<size_t>(a)].repeat >= Row::kAny;
        if (b < a || (b == a && !repeats)) continue;
        int32_t second = CostUpTo(SplitLimit(tail), rows_, tail, b);
        if (second >= SplitLimit(tail) || first + second + costs::kRowSplit >= least_[i]) continue;
        extra_.push_back({static_cast<uint32_t>(i), 1, first + second + costs::kRowSplit, a, b, cut, row, Step::kSplit});
      }
    }
  }

  // ── The search ──

  int32_t MissingCost(const Row& row) const {
    if (row.repeat == Row::kOptional || row.repeat == Row::kAny) return 0;
    bool slots = false, required = false;
    for (const Square& square : row.squares)
      for (const Part& part : square.parts) {
        if (part.slot < 0) continue;
        slots = true;
        required |= form_.slots[static_cast<size_t>(part.slot)].required;
      }
    return required ? costs::kRowMissingRequired : slots ? costs::kRowMissing : costs::kHeaderMissing;
  }

  // By form row, what it costs to leave it out.
  std::vector<int32_t> LeftOut() const {
    std::vector<int32_t> costs(m_, 0);
    for (size_t k = 0; k < m_; ++k)
      if (allowed_[k] && !paired_[k]) costs[k] = MissingCost(form_.rows[k]);
    return costs;
  }

  int32_t SkipCost(size_t i) const {
    const TextRow& row = text(i);
    if (row.kind == TextRow::kTitle) return 0;
    if (row.repeats >= 0) return costs::kRepeatSkipped;
    if (pairs_[i] != kNoPair) return costs::kPairApart;
    return row.texts <= 1 ? costs::kLineSkipped : costs::kRowSkipped;
  }

  // The steps of a way; rows of which it takes an edge that is still open are put into taken_open_.
  std::vector<Step> StepsOf(const std::vector<int32_t>& way) {
    taken_open_.clear();
    std::vector<Step> steps;
    size_t i = 0;
    for (int32_t id : way) {
      if (id < 0) {
        steps.push_back({text(i), which_[i], 1, -1, 0, Step::kPlain});
        ++i;
        continue;
      }
      const Edge& edge = EdgeOf(id);
      if (edge.open) taken_open_.push_back(edge.from);
      if (edge.second >= 0) {
        steps.push_back({Slice(rows_, edge.row, 0, edge.cut), which_[i], 1, edge.form_row, 0, Step::kSplit});
        steps.push_back({Slice(rows_, edge.row, edge.cut, edge.row.cells), which_[i], 1, edge.second, edge.cost, Step::kSplit});
      } else {
        steps.push_back({edge.row, which_[i], edge.rows, edge.form_row, edge.cost, edge.kind});
        steps.back().as_drawn = edge.kind == Step::kPlain && edge.as_it_stands == 0;
      }
      i += edge.rows;
    }
    return steps;
  }

  const Edge& EdgeOf(int32_t id) const {
    size_t i = static_cast<size_t>(id);
    return i < edges_.size() ? edges_[i] : extra_[i - edges_.size()];
  }

  Rows& rows_;
  std::span<const uint32_t> which_;
  std::span<const uint8_t> allowed_;
  const Form& form_;
  size_t n_, m_;
  size_t widest_ = 0;                   // squares of the widest form row, or cells of most text rows
  size_t full_ = 0;                     // cells of a row that isn't torn
  uint32_t common_ = 0;
  std::vector<uint32_t> widths_;        // by number of cells: rows
  std::vector<uint8_t> claimed_;
  enum Paired : uint8_t { kNoPair, kPair, kPairInCell };
  std::vector<Paired> pairs_;           // by text row: see ClaimPairs
  std::vector<uint8_t> paired_;         // by form row, too
  std::vector<uint8_t> open_;           // by form row: several squares and no label
  bool lone_ = false;                   // the row being weighed is a lone line
  std::vector<uint8_t> in_note_;        // by text row: it, or a line of one cell above it, is the heading of a note
  std::vector<size_t> considered_;
  Weighing weighing_;
  std::vector<int32_t> least_;          // by text row: the least known cost of any form row
  std::vector<uint8_t> open_edges_;     // by text row: some of its edges are open
  std::vector<uint32_t> taken_open_;
  std::vector<Edge> edges_, extra_;     // plain ones by text row; joins and splits
  std::vector<uint32_t> first_edge_;
};

}  // namespace

std::vector<Step> Walk(Rows* rows, std::span<const uint32_t> which, std::span<const uint8_t> form_rows, Weighing weighing) {
  return Walker(rows, which, form_rows, weighing).Run();
}

}  // namespace tabularium
