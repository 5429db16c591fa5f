// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/automation/outbox.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using automation::Mail;
using automation::MailId;
using automation::Outbox;

struct MailOptions {
  std::string id;
  std::string state;
  std::string organization;
  int limit = 100;
};

grammar::Check isMail() {
  return {"ID", [](const std::string &value) {
            return MailId::fromString(text(value)).isNull()
                       ? std::string("a mail's id is a UUID, see “mail list”")
                       : std::string();
          }};
}

Json describe(const Mail &mail) {
  return {{"id", mail.id},
          {"organization", mail.organization},
          {"event", mail.event},
          {"template", mail.mailTemplate},
          {"recipient", mail.recipient},
          {"language", mail.language},
          {"subject", mail.subject},
          {"state", toString(mail.state)},
          {"attempts", mail.attempts},
          {"due_at", mail.dueAt},
          {"error", mail.lastError},
          {"message_id", mail.messageId},
          {"created_at", mail.createdAt},
          {"sent_at", mail.sentAt ? Json(*mail.sentAt) : Json()}};
}

Result<Answer> list(Composition &composition, const MailOptions &options) {
  automation::MailQuery query;
  if (!options.state.empty()) {
    TENANTRY_TRY(state, automation::parseMailState(text(options.state)));
    query.state = state;
  }
  if (!options.organization.empty())
    query.organization = OrganizationId::fromString(text(options.organization));
  query.limit = options.limit;
  TENANTRY_TRY(mails, Outbox(composition.session()).list(query));
  Answer answer;
  answer.json["mails"] = Json::array();
  TextTable table(
      {u"state"_s, u"template"_s, u"recipient"_s, u"attempts"_s, u"when"_s, u"id"_s, u"subject"_s});
  for (const auto &mail : mails) {
    answer.json["mails"].push_back(describe(mail));
    table.add({toString(mail.state), mail.mailTemplate, mail.recipient,
               QString::number(mail.attempts), toIso(mail.sentAt.value_or(mail.dueAt)),
               mail.id.toString(), mail.subject});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> show(Composition &composition, const MailOptions &options) {
  TENANTRY_TRY(mail, Outbox(composition.session()).find(MailId::fromString(text(options.id))));
  Answer answer{describe(mail), {}};
  answer.json["body"] = mail.body;
  answer.text = u"To: %1\nSubject: %2\n%3 after %4 attempts, %5\n"_s.arg(
      mail.recipient, mail.subject, toString(mail.state), QString::number(mail.attempts),
      toIso(mail.sentAt.value_or(mail.dueAt)));
  if (!mail.lastError.isEmpty())
    answer.text += mail.lastError + u'\n';
  answer.text += u'\n' + mail.body + u'\n';
  return answer;
}

Result<Answer> cancel(Composition &composition, const MailOptions &options) {
  TENANTRY_TRY(mail, Outbox(composition.session()).cancel(MailId::fromString(text(options.id))));
  return Answer{describe(mail), u"The mail to %1 is not sent.\n"_s.arg(mail.recipient)};
}

Result<Answer> retry(Composition &composition, const MailOptions &options) {
  TENANTRY_TRY(mail, Outbox(composition.session()).retry(MailId::fromString(text(options.id))));
  return Answer{describe(mail),
                u"The mail to %1 is sent as soon as a daemon with a mail server looks.\n"_s.arg(
                    mail.recipient)};
}

using MailWork = Result<Answer> (*)(Composition &, const MailOptions &);

void addOne(CommandLine &line, grammar::Level &group, const char *name, const char *help,
            MailWork work) {
  const auto options = std::make_shared<MailOptions>();
  auto command = group.command(name, help);
  command.option("id", options->id, "Of the mail").required().checked(isMail());
  line.on(command, {.work = [options, work](Composition &composition) {
            return work(composition, *options);
          }});
}

} // namespace

void addMailCommands(CommandLine &line) {
  auto group = line.top().group("mail", "Mails to customers: what was and is to be sent");
  const auto options = std::make_shared<MailOptions>();
  auto listing = group.command("list", "List mails, the latest first");
  listing.option("--state", options->state, "Only those")
      .oneOf({"queued", "sent", "failed", "cancelled", "suppressed"});
  listing.option("--organization", options->organization, "Only that one's")
      .checked(isOrganization());
  listing.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(listing,
          {.work = [options](Composition &composition) { return list(composition, *options); }});
  addOne(line, group, "show", "A mail, its link left out", show);
  addOne(line, group, "cancel", "Do not send a mail that waits, or be done with one that failed",
         cancel);
  addOne(line, group, "retry",
         "Send a mail now, whatever became of it; its address is no longer suppressed", retry);
}

} // namespace tenantry::ctl
