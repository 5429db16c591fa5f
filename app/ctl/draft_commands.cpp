// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/approvals.h"
#include "services/billing/discards.h"
#include "services/billing/holds.h"
#include "services/billing/issue_again.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct DraftOptions {
  std::string organization;
  std::string draft;
  std::string reason;
  bool withdraw = false;
  bool preview = false;
  std::string expected;
};

struct Given {
  OrganizationId organization;
  std::optional<InvoiceId> draft;
};

Given givenBy(const DraftOptions &options) {
  Given given{OrganizationId::fromString(text(options.organization)), {}};
  if (!options.draft.empty())
    given.draft = InvoiceId::fromString(text(options.draft));
  return given;
}

billing::InvoiceKey draftBy(const DraftOptions &options) {
  return {OrganizationId::fromString(text(options.organization)),
          InvoiceId::fromString(text(options.draft))};
}

/// How it stands afterwards.
Result<Answer> standing(Composition &composition, const Given &given, bool isDone) {
  TENANTRY_TRY(holds, billing::Holds(composition.session())
                          .of({given.organization, given.draft.value_or(InvoiceId())}));
  Answer answer;
  answer.json = {{"organization", given.organization},
                 {"invoice", given.draft ? Json(*given.draft) : Json()},
                 {"done", isDone},
                 {"holds", Json::array()}};
  if (!isDone)
    answer.text = u"Nothing changed.\n"_s;
  for (const auto &hold : holds) {
    answer.json["holds"].push_back({{"invoice", hold.invoice ? Json(*hold.invoice) : Json()},
                                    {"reason", hold.reason},
                                    {"held_by", hold.heldBy},
                                    {"held_at", hold.heldAt}});
    answer.text += u"On hold since %1 by %2: %3%4\n"_s.arg(
        toIso(hold.heldAt), hold.heldBy, hold.reason,
        hold.invoice ? QString() : u" (the whole organization)"_s);
  }
  if (holds.empty())
    answer.text += u"Not on hold.\n"_s;
  return answer;
}

Result<Answer> hold(Composition &composition, const DraftOptions &options) {
  const auto given = givenBy(options);
  billing::Holds holds(composition.session());
  TENANTRY_TRY(isDone, given.draft
                           ? holds.hold({given.organization, *given.draft}, text(options.reason))
                           : holds.holdOrganization(given.organization, text(options.reason)));
  return standing(composition, given, isDone);
}

Result<Answer> release(Composition &composition, const DraftOptions &options) {
  const auto given = givenBy(options);
  billing::Holds holds(composition.session());
  TENANTRY_TRY(reason, given.draft ? holds.release({given.organization, *given.draft})
                                   : holds.releaseOrganization(given.organization));
  return standing(composition, given, reason.has_value());
}

Result<Answer> approve(Composition &composition, const DraftOptions &options) {
  const auto draft = draftBy(options);
  billing::Approvals approvals(composition.session());
  TENANTRY_TRY(isDone,
               options.withdraw
                   ? approvals.withdraw(draft)
                   : billing::Drafts(composition.session(), composition.business()).approve(draft));
  TENANTRY_TRY(live, approvals.of(draft));
  Answer answer;
  answer.json = {{"organization", draft.organization},
                 {"invoice", draft.invoice},
                 {"done", isDone},
                 {"approvals", Json::array()}};
  if (!isDone)
    answer.text = u"Nothing changed.\n"_s;
  for (const auto &one : live) {
    answer.json["approvals"].push_back(
        {{"approved_by", one.approvedBy}, {"approved_at", one.approvedAt}});
    answer.text += u"Approved at %1 by %2\n"_s.arg(toIso(one.approvedAt), one.approvedBy);
  }
  if (live.empty())
    answer.text += u"Nobody has approved it.\n"_s;
  return answer;
}

/// Acts on what was previewed, or refuses where that is not what is expected; only previews if
/// told. What both acts answer: `done`, `digest` and what it comes to.
template <typename Act>
Result<Answer> actOn(const billing::InvoiceKey &draft, const DraftOptions &options,
                     const Result<std::vector<billing::DraftVerdict>> &previewed,
                     const QString &doneText, Act act) {
  TENANTRY_TRY(verdicts, previewed);
  const auto &verdict = verdicts.front();
  // A preview shows what it comes to beside why it cannot be done, where it is there at all.
  if (verdict.refusal && (!options.preview || verdict.organizationName.isEmpty()))
    return tl::unexpected(*verdict.refusal);
  const auto digest = verdict.digest();
  bool isDone = false;
  if (!options.preview) {
    TENANTRY_TRY(done, act(options.expected.empty() ? digest : text(options.expected)));
    isDone = done;
  }
  Answer answer{{{"organization", draft.organization},
                 {"invoice", draft.invoice},
                 {"done", isDone},
                 {"digest", digest},
                 {"currency", verdict.total.currency().code()},
                 {"total", verdict.total.minor()}},
                (options.preview ? u"Preview; nothing was written.\n"_s
                 : isDone        ? doneText
                                 : u"Nothing changed.\n"_s) +
                    u"%1 for %2\ndigest %3\n"_s.arg(verdict.total.toString(),
                                                    verdict.organizationName, digest)};
  if (verdict.refusal)
    answer.problems.push_back(*verdict.refusal);
  return answer;
}

Result<Answer> finalize(Composition &composition, const DraftOptions &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  const auto draft = draftBy(options);
  billing::Drafts drafts(session, business);
  const auto previewed = drafts.preview({draft});
  TENANTRY_TRY(answer, actOn(draft, options, previewed, u"Done.\n"_s,
                             [&](const QString &expected) { return drafts.act(draft, expected); }));
  TENANTRY_TRY(invoice,
               billing::BillingService(session, business).find(draft.organization, draft.invoice));
  const auto &verdict = previewed->front();
  answer.json["drafted_total"] = verdict.drafted.value_or(verdict.total).minor();
  answer.json["keeps_tax"] = verdict.keepsTax;
  answer.json["status"] = billing::toString(invoice.status);
  answer.json["number"] = invoice.number.isEmpty() ? Json() : Json(invoice.number);
  answer.text += u"%1%2\n"_s.arg(billing::toString(invoice.status),
                                 invoice.number.isEmpty() ? QString() : u": "_s + invoice.number);
  if (verdict.drafted)
    answer.text += u"The tax of the customer has changed: it was drafted as %1.\n"_s.arg(
        verdict.drafted->toString());
  if (verdict.keepsTax)
    answer.text += u"The tax of the customer has changed, but not that of this draft: something of "
                   u"it was credited already, or it would come to less than nothing. It is issued "
                   u"to the customer as it was drafted.\n"_s;
  return answer;
}

Result<Answer> discard(Composition &composition, const DraftOptions &options) {
  const auto draft = draftBy(options);
  billing::Discards discards(composition.session(), composition.business());
  return actOn(
      draft, options, discards.preview({draft}), u"Discarded.\n"_s,
      [&](const QString &expected) { return discards.act(draft, text(options.reason), expected); });
}

Result<Answer> draftAgain(Composition &composition, const DraftOptions &options) {
  const auto draft = draftBy(options);
  billing::IssueAgain acts(composition.session(), composition.business());
  if (options.preview) {
    TENANTRY_TRY(planned, acts.preview(draft));
    return previewOf(planned);
  }
  TENANTRY_TRY(made, acts.act(draft, text(options.expected)));
  Answer answer{jsonOf(made), ctl::headOf(made)};
  answer.json["done"] = true;
  return answer;
}

grammar::Level addDraftCommand(grammar::Level &group, const char *name, const char *help,
                               const std::shared_ptr<DraftOptions> &options) {
  auto command = group.command(name, help);
  command.option("organization", options->organization, "The organization's id")
      .checked(isOrganization())
      .required();
  command.option("draft", options->draft, "The draft's id").checked(isOrganization()).required();
  command.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  command.option("--expect", options->expected,
                 "Refuse unless it comes to what a preview with this digest showed");
  return command;
}

} // namespace

void addDraftCommands(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<DraftOptions>();
  const auto name = [&options](grammar::Level &command) {
    command.option("organization", options->organization, "The organization's id")
        .checked(isOrganization())
        .required();
    command
        .option("draft", options->draft,
                "The draft's id; none: whatever is drafted for the organization")
        .checked(isOrganization());
  };
  auto holding = group.command("hold", "Keeps a draft from being finalized, with a reason");
  name(holding);
  holding.option("--reason", options->reason, "Why, for others to read").required();
  line.on(holding,
          {.work = [options](Composition &composition) { return hold(composition, *options); }});
  auto approving = group.command("approve", "Approves a draft, as one of two");
  approving.option("organization", options->organization, "The organization's id")
      .checked(isOrganization())
      .required();
  approving.option("draft", options->draft, "The draft's id").checked(isOrganization()).required();
  approving.flag("--withdraw", options->withdraw, "Takes the own approval back");
  line.on(approving,
          {.work = [options](Composition &composition) { return approve(composition, *options); }});
  auto finalizing =
      addDraftCommand(group, "finalize", "Numbers a draft and issues it; it is final", options);
  line.on(finalizing, {.work = [options](Composition &composition) {
            return finalize(composition, *options);
          }});
  auto discarding = addDraftCommand(
      group, "discard", "A draft should not be issued: it takes no number; it is final", options);
  discarding.option("--reason", options->reason, "Why; it stands in the timeline");
  line.on(discarding,
          {.work = [options](Composition &composition) { return discard(composition, *options); }});
  auto again = addDraftCommand(group, "draft-again",
                               "A new invoice for what a discarded draft was for", options);
  line.on(again, {.work = [options](Composition &composition) {
            return draftAgain(composition, *options);
          }});
  auto releasing = group.command("release", "Lets a draft be finalized again");
  name(releasing);
  line.on(releasing,
          {.work = [options](Composition &composition) { return release(composition, *options); }});
}

} // namespace tenantry::ctl
