// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/camt_reader.h"

#include "services/importing/camt_entry.h"
#include "services/importing/xml_node.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

using payments::BankStatement;

namespace {

/// Why other messages about an account are not taken for its statement; empty: it is none of them.
QString insteadOfStatement(const QString &space) {
  if (space.contains("camt.052"_L1))
    return u"This is an account report (camt.052), whose day is not over: its entries may still "
           u"change. Ask the bank for the statement, camt.053 in version .02, .04 or .08."_s;
  if (space.contains("camt.054"_L1))
    return u"This is a notification of single movements (camt.054), without balances: nobody can "
           u"tell whether one is missing. Ask the bank for the statement, camt.053 in version .02, "
           u".04 or .08, with the details of batches in it."_s;
  return {};
}

/// "camt.053.001.08", of its namespace.
Result<QString> versionOf(const QXmlStreamReader &reader, const QString &file) {
  static const QRegularExpression known(
      u"^urn:iso:std:iso:20022:tech:xsd:(camt\\.053\\.001\\.0[248])$"_s);
  const auto match = known.match(reader.namespaceUri().toString());
  if (reader.name() == "Document"_L1 && match.hasMatch())
    return match.captured(1);
  if (const auto why = insteadOfStatement(reader.namespaceUri().toString()); !why.isEmpty())
    return fail(u"bank.not_a_statement"_s, why,
                {file, static_cast<int>(reader.lineNumber()), 0, {}});
  return fail(u"bank.version_unknown"_s,
              u"This is not a bank statement that can be read: <%1> of “%2”. Ask "
              u"the bank for camt.053 in version .02, .04 or .08."_s.arg(reader.name(),
                                                                         reader.namespaceUri()),
              {file, static_cast<int>(reader.lineNumber()), 0, {}});
}

/// What a statement says of its account's balance. Where it is one page of several, it opens and
/// closes with interim ones.
Result<> takeBalance(const XmlNode &node, const QString &file, BankStatement &statement) {
  const auto kind = node.textAt(u"Tp/CdOrPrtry/Cd"_s);
  const bool opens = kind == "OPBD"_L1 || kind == "PRCD"_L1;
  if (!opens && kind != "CLBD"_L1 && kind != "ITBD"_L1)
    return {};
  TENANTRY_TRY(amount, camtSignedAmount(node, file));
  if (opens || (kind == "ITBD"_L1 && !statement.opening)) {
    statement.opening = amount;
    return {};
  }
  statement.closing = amount;
  if (const auto day = camtDay(node, u"Dt"_s, file))
    statement.closesOn = *day;
  return {};
}

/// FrToDt: the stretch that it is of. Which day it closes on says the balance, for the stretch may
/// end with the midnight after it.
void takeStretch(const XmlNode &node, BankStatement &statement) {
  for (const auto *name : {"FrDtTm", "FrDt"})
    if (const auto day = parseDay(node.textAt(QString::fromLatin1(name)).left(10)))
      statement.opensOn = *day;
}

/// As the bank counts what it sends, else as the law has it count.
void takeNumber(const XmlNode &node, BankStatement &statement) {
  bool isNumber = false;
  const auto number = node.text.toLongLong(&isNumber);
  if (isNumber && number > 0 && (node.name == "ElctrncSeqNb"_L1 || !statement.number))
    statement.number = number;
}

QString accountOf(const XmlNode &node) {
  static const QRegularExpression space(u"\\s"_s);
  auto account = node.textAt(u"Id/IBAN"_s);
  if (account.isEmpty())
    account = node.textAt(u"Id/Othr/Id"_s);
  return account.remove(space).toUpper();
}

Result<> takeChild(const XmlNode &node, const QString &file, BankStatement &statement) {
  if (node.name == "Id"_L1)
    statement.id = node.text;
  else if (node.name == "Acct"_L1)
    statement.account = accountOf(node);
  else if (node.name == "ElctrncSeqNb"_L1 || node.name == "LglSeqNb"_L1)
    takeNumber(node, statement);
  else if (node.name == "FrToDt"_L1)
    takeStretch(node, statement);
  else if (node.name == "Bal"_L1)
    return takeBalance(node, file, statement);
  else if (node.name == "Ntry"_L1)
    return takeCamtEntry(node, file, statement);
  return {};
}

/// To the end of the statement. What is wrong in it is one error, and the next one can be read;
/// what cannot be read at all ends the file.
Result<Result<BankStatement>> readStatement(QXmlStreamReader &reader, const QString &file,
                                            const QString &version) {
  BankStatement statement;
  statement.file = file;
  statement.format = version;
  statement.line = static_cast<int>(reader.lineNumber());
  std::optional<Error> error;
  while (reader.readNextStartElement()) {
    TENANTRY_TRY(node, readNode(reader, file));
    if (error)
      continue;
    if (const auto taken = takeChild(node, file, statement); !taken)
      error = taken.error();
  }
  if (reader.hasError())
    return xmlInvalid(reader, file);
  const Place place{file, statement.line, 0, {}};
  if (!error && statement.account.isEmpty())
    error = Error{u"bank.account_missing"_s,
                  u"The statement does not say which account it belongs to."_s, place};
  if (!error && (!statement.opening || !statement.closing))
    error = Error{u"bank.balance_missing"_s,
                  u"The statement of %1 has no opening or no closing balance, so "
                  u"nobody can tell whether it is complete."_s.arg(statement.account),
                  place};
  if (error)
    return Result<BankStatement>(tl::unexpected(*error));
  return Result<BankStatement>(std::move(statement));
}

} // namespace

Result<CamtFile> readCamt(QIODevice &device, const QString &file) {
  if (device.size() > largestCamtFile)
    return fail(u"bank.file_too_large"_s,
                u"The file is larger than %1 MiB; ask the bank for a shorter period."_s.arg(
                    largestCamtFile >> 20),
                {file, 0, 0, {}});
  CamtFile found;
  QString version;
  QXmlStreamReader reader(&device);
  reader.setEntityExpansionLimit(0);
  while (!reader.atEnd()) {
    const auto token = reader.readNext();
    if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
      return fail(u"bank.dtd_refused"_s,
                  u"The file declares a document type or entities, which no bank "
                  u"statement has; it is not read."_s,
                  {file, static_cast<int>(reader.lineNumber()), 0, {}});
    if (token != QXmlStreamReader::StartElement)
      continue;
    if (version.isEmpty()) {
      TENANTRY_TRY(read, versionOf(reader, file));
      version = read;
    } else if (reader.name() == "Stmt"_L1) {
      TENANTRY_TRY(statement, readStatement(reader, file, version));
      if (statement)
        found.statements.push_back(std::move(*statement));
      else
        found.errors.push_back(statement.error());
    } else if (reader.name() != "BkToCstmrStmt"_L1) {
      reader.skipCurrentElement();
    }
  }
  if (reader.hasError())
    return xmlInvalid(reader, file);
  if (found.statements.empty() && found.errors.empty())
    return fail(u"bank.statement_missing"_s, u"There is no statement in this file."_s,
                {file, 1, 0, {}});
  return found;
}

} // namespace tenantry::importing
