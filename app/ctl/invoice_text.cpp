// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/invoice_text.h"
#include "services/billing/one_off.h"
#include "services/billing/proration.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

template <typename T> Json orNull(const std::optional<T> &value) {
  return value ? Json(*value) : Json();
}

QString dayText(const std::optional<LocalDay> &day) { return day ? toIso(*day) : QString(); }

Json describeDraft(const billing::PlannedLine &line) {
  const auto &draft = line.draft;
  const bool dated = !draft.days.isEmpty();
  return {{"kind", std::string(business::toWord(draft.kind))},
          {"item", draft.item},
          {"metric", draft.metric},
          {"quantity", formatDecimal(draft.quantity, 9)},
          {"unit", formatDecimal(draft.unit, 12)},
          {"amount", draft.amount},
          {"from", dated ? Json(draft.days.from) : Json()},
          {"to", dated ? Json(draft.days.to) : Json()}};
}

} // namespace

Json jsonOf(const billing::Invoice &invoice) {
  return {{"organization", invoice.organization},
          {"id", invoice.id},
          {"number", invoice.number},
          {"kind", toString(invoice.kind)},
          {"status", toString(invoice.status)},
          {"currency", invoice.currency.code()},
          {"net", invoice.net},
          {"tax", invoice.tax},
          {"total", invoice.total},
          {"paid", invoice.paid},
          {"balance_applied", invoice.balanceApplied},
          {"credited", invoice.credited},
          {"written_off", invoice.writtenOff},
          {"amount_due", invoice.amountDue()},
          {"reverse_charge", invoice.reverseCharge},
          {"customer", invoice.customer.toJson()},
          {"issued_on", orNull(invoice.issuedOn)},
          {"due_on", orNull(invoice.dueOn)},
          {"finalized_at", orNull(invoice.finalizedAt)},
          {"paid_at", orNull(invoice.paidAt)}};
}

Json jsonOf(const billing::CreditNote &note) {
  Json corrects = Json::array();
  for (const auto &number : note.corrects)
    corrects.push_back(number);
  return {{"organization", note.organization},
          {"id", note.id},
          {"number", note.number},
          {"kind", note.kind},
          {"currency", note.currency.code()},
          {"net", note.net},
          {"tax", note.tax},
          {"total", note.total},
          {"to_balance", note.toBalance},
          {"reverse_charge", note.reverseCharge},
          {"customer", note.customer.toJson()},
          {"reason", note.reason},
          {"issued_on", note.issuedOn},
          {"corrects", corrects}};
}

Json jsonOf(const billing::StoredLine &line) {
  return {{"line", line.lineNo},        {"kind", line.kind},
          {"item", line.item},          {"metric", line.metric},
          {"quantity", line.quantity},  {"unit", line.unit},
          {"amount", line.amount},      {"discount_share", line.discountShare},
          {"tax_share", line.taxShare}, {"from", orNull(line.fromDay)},
          {"to", orNull(line.toDay)},   {"detail", line.detail}};
}

Json jsonOf(const usage::CountedEvent &event) {
  return {{"key", event.key},
          {"quantity", event.quantity},
          {"occurred_at", event.occurredAt},
          {"recorded_at", event.recordedAt},
          {"dimensions", event.dimensions ? *event.dimensions : Json()}};
}

Json describePlanned(const billing::PlannedInvoice &planned, const QString &organizationName) {
  const auto &invoice = planned.invoice;
  Json json{{"organization", invoice.organization},
            {"organization_name", organizationName},
            {"currency", invoice.currency.code()},
            {"net", invoice.net},
            {"tax", invoice.tax},
            {"total", invoice.total},
            {"balance_applied", planned.balanceUsed},
            {"issued_on", orNull(invoice.issuedOn)},
            {"due_on", orNull(invoice.dueOn)},
            {"lines", Json::array()}};
  for (const auto &line : planned.lines)
    json["lines"].push_back(describeDraft(line));
  return json;
}

Answer previewOf(const billing::PlannedInvoice &planned) {
  const auto money = [&](std::int64_t minor) {
    return Money(minor, planned.invoice.currency).toString();
  };
  const auto digest = billing::digestOfCharge(planned);
  Answer answer{describePlanned(planned, {}),
                u"%1 net, %2 tax, %3 in all; the balance pays %4%5\ndigest %6\n"_s.arg(
                    money(planned.invoice.net), money(planned.invoice.tax),
                    money(planned.invoice.total), money(planned.balanceUsed),
                    planned.staysDraft ? u"; it stays a draft"_s : QString(), digest)};
  answer.json.erase("organization_name");
  answer.json["done"] = false;
  answer.json["stays_draft"] = planned.staysDraft;
  answer.json["digest"] = digest;
  return answer;
}

Json jsonOf(const std::map<Currency, std::int64_t> &totals) {
  Json json = Json::array();
  for (const auto &[currency, amount] : totals)
    json.push_back({{"currency", currency.code()}, {"amount", amount}});
  return json;
}

QString headOf(const billing::Invoice &invoice) {
  const auto amount = [&](std::int64_t minor) { return Money(minor, invoice.currency).toString(); };
  QString text = invoice.number.isEmpty()
                     ? u"Draft %1 of organization %2, %3\n"_s.arg(invoice.id.toString(),
                                                                  invoice.organization.toString(),
                                                                  toString(invoice.status))
                     : u"Invoice %1, %2\n"_s.arg(invoice.number, toString(invoice.status));
  if (!invoice.customer.name.isEmpty())
    text += u"for %1\n"_s.arg(invoice.customer.name);
  text += u"issued %1, due %2\n"_s.arg(dayText(invoice.issuedOn), dayText(invoice.dueOn));
  text += u"net %1, tax %2, total %3, due %4\n\n"_s.arg(
      amount(invoice.net), amount(invoice.tax), amount(invoice.total), amount(invoice.amountDue()));
  return text;
}

QString headOf(const billing::CreditNote &note,
               const std::vector<billing::LoweredInvoice> &lowered) {
  const auto amount = [&](std::int64_t minor) { return Money(minor, note.currency).toString(); };
  QString text = u"%1 for %2\nissued %3, corrects %4\nnet %5, tax %6, total %7\n"_s.arg(
      note.number, note.customer.name, toIso(note.issuedOn),
      note.corrects.isEmpty() ? u"no issued invoice"_s : note.corrects.join(u", "_s),
      amount(note.net), amount(note.tax), amount(note.total));
  for (const auto &one : lowered)
    text += u"%1 lowers %2\n"_s.arg(amount(one.amount), one.number);
  if (note.toBalance > 0)
    text += u"%1 to the balance\n"_s.arg(amount(note.toBalance));
  if (!note.reason.isEmpty())
    text += u"reason: %1\n"_s.arg(note.reason);
  return text + u'\n';
}

QString linesText(const std::vector<billing::StoredLine> &lines, Currency currency) {
  TextTable table(
      {u"line"_s, u"kind"_s, u"item"_s, u"quantity"_s, u"from"_s, u"to"_s, u"amount"_s});
  for (const auto &line : lines) {
    const auto at = billing::instantsOf(line.detail);
    table.add({QString::number(line.lineNo), line.kind, line.item, line.quantity,
               at ? toIso(at->from) : dayText(line.fromDay),
               at ? toIso(at->to) : dayText(line.toDay),
               Money(line.amount, currency).majorString()});
  }
  return table.toString();
}

QString totalsText(const std::map<Currency, std::int64_t> &totals) {
  QStringList parts;
  for (const auto &[currency, amount] : totals)
    parts.push_back(Money(amount, currency).toString());
  return parts.isEmpty() ? u"nothing"_s : parts.join(u", "_s);
}

namespace {

/// What has room is written of a large piece without an error: only the rest says why not.
bool writeAll(QSaveFile &file, const QByteArray &bytes) {
  for (qint64 done = 0; done < bytes.size();) {
    const auto written = file.write(bytes.constData() + done, bytes.size() - done);
    if (written <= 0)
      return false;
    done += written;
  }
  return file.flush();
}

} // namespace

Result<Answer> writePaper(const QByteArray &pdf, const QString &number, const QString &path) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || !writeAll(file, pdf) || !file.commit())
    return fail(u"document.not_written"_s,
                u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
  return Answer{{{"number", number}, {"file", path}, {"bytes", pdf.size()}},
                u"%1 has the paper of %2 (%3 bytes).\n"_s.arg(path, number).arg(pdf.size())};
}

} // namespace tenantry::ctl
