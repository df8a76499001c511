// Four steps, one function each: titles cut the grid into sections; every section is weighed against the forms by the labels it
// shows; a section that only continues the one before (a title printed again after a page break) is given back to it;
// a section in which the head of the form comes again without a title is cut there, and a flat list where its column changes. Tested by segment_test.cc.
#include "segment/segment.h"

#include <algorithm>

#include "segment/lists.h"
#include "segment/sections.h"
#include "segment/titles.h"

namespace tabularium {
namespace {

constexpr float kTitleBonus = 0.3f;     // of a cost that is a share of labels
constexpr float kCandidateMargin = 0.25f;
constexpr size_t kMostCandidates = 3;
constexpr uint32_t kFewestLabels = 3;   // fewer labels and no title: no known form

std::vector<Candidate> Candidates(const Section& section, const Grammar& grammar) {
  std::vector<Candidate> out;
  for (size_t f = 0; f < grammar.forms.size(); ++f) {
    const Form& form = grammar.forms[f];
    uint32_t hits = section.hits.empty() ? 0 : section.hits[f];
    bool titled = section.title != kNoWord && std::find(form.titles.begin(), form.titles.end(), section.title) != form.titles.end();
    if (hits == 0 || (hits < kFewestLabels && !titled)) continue;
    float missed = 1.0f - static_cast<float>(hits) / static_cast<float>(std::max<uint16_t>(1, form.labels));
    if (missed > 0.7f && !titled) continue;
    out.push_back({&form, missed - (titled ? kTitleBonus : 0.0f)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  size_t keep = 0;
  while (keep < out.size() && keep < kMostCandidates && out[keep].cost <= out[0].cost + kCandidateMargin) ++keep;
  out.resize(keep);
  return out;
}

// Forms of which a title printed again begins nothing new.
bool IgnoresTitles(const Form& form) { return form.begins == Form::kOnce || form.begins == Form::kWhereSlotChanges; }

// Whether a section is of no form or of this one.
bool GoesOn(const Section& section, const std::string& id, const Grammar& grammar) {
  std::vector<Candidate> candidates = Candidates(section, grammar);
  return candidates.empty() || candidates[0].form->id == id;
}

// The declarations of one section.
void CutSection(const Grid& grid, const Section& section, const std::vector<Candidate>& candidates, ShownRows* shown,
                std::vector<Declaration>* out) {
  const Form& form = *candidates[0].form;
  uint32_t begin = section.begin, head_end = section.begin;
  std::vector<uint32_t> cuts;
  if (form.begins == Form::kWhereSlotChanges && form.slots[static_cast<size_t>(form.begins_slot)].table >= 0) {
    FlatList list = CutWhereSlotChanges(grid, form, section);
    cuts = std::move(list.cuts);
    head_end = list.head_end;
  } else if (form.begins != Form::kOnce) {
    cuts = Restarts(grid, form, section, shown);
  }
  cuts.push_back(section.end);
  for (uint32_t cut : cuts) {
    Declaration declaration{&grid, begin, cut, 0, 0, candidates};
    if (begin > section.begin) declaration.head_begin = section.begin, declaration.head_end = head_end;
    out->push_back(std::move(declaration));
    begin = cut;
  }
}

}  // namespace

std::vector<Candidate> CandidatesOf(const Grid& grid, uint32_t begin, uint32_t end, WordId title, const Grammar& grammar) {
  Section section{begin, end, title, {}};
  CountHits(grid, grammar, &section);
  return Candidates(section, grammar);
}

std::vector<Declaration> Segment(const Grid& grid, const Grammar& grammar) {
  std::vector<Declaration> out;
  if (grid.rows() == 0) return out;
  std::vector<Section> sections = CutAtTitles(grid, grammar);
  for (Section& section : sections) CountHits(grid, grammar, &section);
  ShownRows shown(grid);
  for (size_t i = 0; i < sections.size(); ++i) {
    Section& section = sections[i];
    std::vector<Candidate> candidates = Candidates(section, grammar);
    const Form* before = out.empty() ? nullptr : out.back().candidates[0].form;
    bool same = before && (candidates.empty() || candidates[0].form->id == before->id);
    if (same && (candidates.empty() || Continues(*before, out.back(), section, &shown))) {
      out.back().end = section.end;
      continue;
    }
    if (candidates.empty()) continue;
    while (IgnoresTitles(*candidates[0].form) && i + 1 < sections.size() && GoesOn(sections[i + 1], candidates[0].form->id, grammar))
      section.end = sections[++i].end;
    CutSection(grid, section, candidates, &shown, &out);
  }
  return out;
}

}  // namespace tabularium
