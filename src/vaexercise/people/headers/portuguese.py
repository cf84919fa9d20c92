"""How people call the columns of a list in Portuguese."""

from __future__ import annotations

WORDS = {
    "id": "número do crachá, id do participante",
    "name": (
        "nome, nomes, nome completo, nome e apelido, nome e sobrenome, nome do participante, nome da pessoa, "
        "nome do delegado, delegado"
    ),
    "first_name": "primeiro nome, nome próprio, prenome",
    "last_name": "apelido, apelidos, sobrenome, sobrenomes, último nome, nome de família",
    "email": (
        "correio eletrónico, correio eletrônico, endereço eletrónico, endereço eletrônico, endereço de e-mail, "
        "endereço de email"
    ),
    "state": (
        "pais, estado-parte, estado ou país, estado-membro, nome do país, país que representa, estado que representa"
    ),
    "region": "região, região do mundo, região geográfica",
    "organisation": (
        "organização, organizações, nome da organização, organização que representa, instituição, "
        "nome da instituição, entidade, afiliação, ministério, associação, entidade patronal"
    ),
    "org_type": "tipo de organização, tipo de instituição, tipo de entidade, tipo de delegação",
    "role": "posto, profissão, ocupação, título do cargo, funções, cargo que ocupa",
    "expertise": "especialidade, área de especialidade, área de especialização, área de conhecimento",
    "function": "função na sala, função na reunião",
    "languages": (
        "língua, línguas, língua de trabalho, línguas de trabalho, línguas faladas, idioma de trabalho, "
        "idiomas de trabalho, língua preferida, idioma falado, idiomas falados"
    ),
    "interpretation": "interpretação, precisa de interpretação, necessita de interpretação",
    "sex": "gênero",
    "age": "idade, faixa etária, grupo etário",
    "survivor": "sobrevivente, sobrevivente de minas, vítima, sobrevivente de mina",
    "disability": "deficiência, com deficiência, pessoa com deficiência",
    "access": (
        "acessibilidade, necessidades de acessibilidade, necessidades especiais, necessidades específicas, "
        "adaptações razoáveis, requisitos de acessibilidade, necessidades de acesso"
    ),
    "support_pair": "acompanhante, acompanhado por, acompanhada por, assistente, assistente de, assistente pessoal",
    "preassigned": "grupo atribuído, grupo de trabalho",
    "delegation": "delegação, delegação de",
    "status": "presença, situação",
    "consent": "consentimento",
}
